// Forms work without this. With it a number is checked while it is typed, a page of corrections is ticked at once, and a draft outlives a session.

for (const button of document.querySelectorAll('[data-tick]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    for (const box of button.form.querySelectorAll(`[name="${button.dataset.tick}"]`)) box.checked = true;
  });
}

const check = document.getElementById('phone-check');
const phone = document.querySelector('input[type="tel"]');
let asking;
phone?.addEventListener('input', () => {
  clearTimeout(asking);
  if (!phone.value) return void (check.textContent = '');
  asking = setTimeout(async () => {
    const address = new URL(check.dataset.check, location.href);
    address.searchParams.set('number', phone.value);
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok && !answer.redirected) check.textContent = await answer.text();
  }, 300);
});

// What is typed stays in this tab until it is written: whoever has to sign in again finds it.
const form = document.getElementById('edit');
const draft = form && `desk:${location.pathname}`;
if (form) {
  const typed = () => [...form.elements].filter((field) => field.name && !['hidden', 'submit', 'radio', 'checkbox', 'file'].includes(field.type));
  const kept = JSON.parse(sessionStorage.getItem(draft) ?? 'null');
  if (kept && !document.querySelector('.mistake, #preview')) for (const field of typed()) if (field.name in kept) field.value = kept[field.name];
  form.addEventListener('submit', () => sessionStorage.setItem(draft, JSON.stringify(Object.fromEntries(typed().map((field) => [field.name, field.value])))));
}
if (document.querySelector('.saved')) for (const name of Object.keys(sessionStorage)) if (name.startsWith('desk:')) sessionStorage.removeItem(name);
