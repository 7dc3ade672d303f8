// Reads calendars with ical.js: node read-icalendar.mjs <CASES.json
// Cases are [{ "calendar", "from", "to" }], dates included, in the zone that TZ names. Prints for each the events, one for each time they happen,
// cut at both ends.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const text = moment => moment.toLocaleString('sv').replace(' ', 'T').slice(0, 16);

function happenings(event, until) {
  if (!event.isRecurring()) return [event.startDate];
  const starts = [];
  const all = event.iterator();
  for (let start = all.next(); start && start.toJSDate() < until; start = all.next()) starts.push(start);
  return starts;
}

const answers = JSON.parse(readFileSync(0, 'utf8')).map(({ calendar, from, to }) => {
  const root = new ICAL.Component(ICAL.parse(calendar));
  // By its own tables, not by any of the library's.
  ICAL.TimezoneService.reset();
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const [first, last] = [new Date(`${from}T00:00`), new Date(`${to}T24:00`)];
  return root.getAllSubcomponents('vevent').flatMap(component => {
    const event = new ICAL.Event(component);
    return happenings(event, last)
      .map(start => [start.toJSDate(), event.getOccurrenceDetails(start).endDate.toJSDate()])
      .filter(([start, end]) => end > first && start < last)
      .map(([start, end]) => ({
        start: text(start < first ? first : start), end: text(end > last ? last : end), state: component.getFirstPropertyValue('status') === 'CONFIRMED' ? 'open' : 'unknown',
        summary: event.summary,
      }));
  });
});
console.log(JSON.stringify(answers));
