// Compares public calendars with the official ones of 2013 to 2027, date by date: node peers.mjs [ADDRESS], with the address of a running service.
// A date counts as wrong where one says it is worked and the other does not. It needs date-holidays from npm; python3 with holidays is asked if it is there.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import Holidays from 'date-holidays';

const years = Array.from({ length: 15 }, (_, i) => 2013 + i);
const datesOf = year => {
  const dates = [];
  for (let day = new Date(Date.UTC(year, 0, 1)); day.getUTCFullYear() === year; day = new Date(day.getTime() + 864e5)) dates.push(day.toISOString().slice(0, 10));
  return dates;
};
const isWeekend = date => [0, 6].includes(new Date(`${date}T00:00Z`).getUTCDay());

// The days that an official file lists: 1 is off, 2 and 3 are worked.
const official = new Map(years.map(year => {
  const text = readFileSync(new URL(`../../ContactsApi.Tests/Calendar/ru-${year}.xml`, import.meta.url), 'utf8');
  return [year, new Map([...text.matchAll(/<day d="(\d\d)\.(\d\d)" t="(\d)"/g)].map(([, month, day, type]) => [`${year}-${month}-${day}`, type === '1']))];
}));
const isOff = date => official.get(Number(date.slice(0, 4))).get(date) ?? isWeekend(date);

function report(name, off) {
  const wrong = years.map(year => datesOf(year).filter(date => off(date) !== isOff(date)).length);
  console.log(`${name}: ${wrong.reduce((sum, one) => sum + one)} days wrong; ${years.map((year, i) => `${year} ${wrong[i]}`).join(', ')}`);
}

const russian = new Holidays('RU');
const theirs = new Set(years.flatMap(year => russian.getHolidays(year).filter(one => one.type === 'public').map(one => one.date.slice(0, 10))));
report('weekends alone', isWeekend);
report('date-holidays', date => isWeekend(date) || theirs.has(date));
try {
  const list = execFileSync('/usr/bin/python3', ['-c', 'import holidays; print(*holidays.RU(years=range(2013, 2028)))'], { encoding: 'utf8' }).trim().split(' ');
  report('python-holidays', date => isWeekend(date) || list.includes(date));
} catch { console.log('python-holidays: not installed'); }
if (process.argv[2]) {
  const ours = new Map();
  for (const year of years) {
    const text = await (await fetch(`${process.argv[2]}/v1/calendar/${year}/calendar.csv`)).text();
    for (const line of text.split('\r\n').slice(1, -1)) ours.set(line.slice(0, 10), line.split(',')[2] === '0');
  }
  report('this service', date => ours.get(date));
}

// How long they take to count the working days of a span, which each has to go through day by day.
for (const span of [7, 365, 25567]) {
  const from = Date.UTC(2026, 10, 27);
  const rounds = span > 1000 ? 20 : 2000;
  const cached = new Set(Array.from({ length: 72 }, (_, i) => 2026 + i).flatMap(year => russian.getHolidays(year).filter(one => one.type === 'public').map(one => one.date.slice(0, 10))));
  let count = 0;
  const begun = performance.now();
  for (let round = 0; round < rounds; round++) {
    for (let i = 1; i <= span; i++) {
      const date = new Date(from + i * 864e5).toISOString().slice(0, 10);
      if (!isWeekend(date) && !cached.has(date)) count++;
    }
  }
  console.log(`counting ${span} days, holidays of date-holidays in a set: ${((performance.now() - begun) / rounds * 1000).toFixed(1)} µs (${count / rounds})`);
}
