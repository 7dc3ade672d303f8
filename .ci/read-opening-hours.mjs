// Reads values of OpenStreetMap's tag opening_hours with opening_hours.js: node read-opening-hours.mjs <CASES.json
// Cases are [{ "value", "from", "to" }], dates included, in the zone that TZ names. Prints for each what it warns of, and when it is not closed.
import { readFileSync } from 'node:fs';
import OpeningHours from 'opening_hours';

const place = { lat: 55.75, lon: 37.62, address: { country_code: 'ru', state: 'Москва' } };
const date = text => new Date(`${text}T00:00`);
const text = moment => moment.toLocaleString('sv').replace(' ', 'T').slice(0, 16);

const answers = JSON.parse(readFileSync(0, 'utf8')).map(({ value, from, to }) => {
  const hours = new OpeningHours(value, place);
  const end = date(to);
  end.setDate(end.getDate() + 1);
  return {
    warnings: hours.getWarnings(),
    intervals: hours.getOpenIntervals(date(from), end).map(([start, stop, unknown]) => ({
      start: text(start), end: text(stop), state: unknown ? 'unknown' : 'open',
    })),
  };
});
console.log(JSON.stringify(answers));
