// Every link of the documents to a file of the repository leads to one, and to a heading that is there: node .ci/check-links.mjs
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const files = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' }).trim().split('\n').filter(existsSync);
// As GitHub makes them.
const anchors = file => [...readFileSync(file, 'utf8').replaceAll(/^```.*?^```/gms, '').matchAll(/^#+ (.*)$/gm)]
  .map(([, title]) => title.toLowerCase().replaceAll(/[^\p{L}\p{N}\- _]/gu, '').replaceAll(' ', '-'));

const broken = [];
for (const file of files) {
  const text = readFileSync(file, 'utf8').replaceAll(/^```.*?^```/gms, '');
  for (const [, link] of [...text.matchAll(/\]\(([^)\s]+)\)/g), ...text.matchAll(/src="([^"]+)"/g)]) {
    if (/^[a-z]+:/.test(link))
      continue;
    const [path, anchor] = link.split('#');
    const target = path === '' ? file : normalize(join(dirname(file), path));
    if (!existsSync(target) || (anchor && (statSync(target).isDirectory() || !anchors(target).includes(anchor))))
      broken.push(`${file}: ${link}`);
  }
}
if (broken.length > 0) {
  console.error(`These links lead nowhere:\n${broken.join('\n')}`);
  process.exitCode = 1;
} else {
  console.log(`The links of ${files.length} documents lead somewhere.`);
}
