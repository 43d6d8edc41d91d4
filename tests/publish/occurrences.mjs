// Prints when the events of calendar files begin, in UTC where they have a time zone, as ical.js reads them:
// node occurrences.mjs LIBRARY UNTIL FILE... gives {file: {uid: [time, ...]}}.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , library, until, ...files] = process.argv;
const { default: ICAL } = await import(pathToFileURL(library).href);
const end = ICAL.Time.fromString(until);

function begins(event) {
  const found = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next && next.compare(end) < 0; next = iterator.next()) {
    const fixed = !next.isDate && next.zone !== ICAL.Timezone.localTimezone;
    found.push((fixed ? next.convertToZone(ICAL.Timezone.utcTimezone) : next).toString());
  }
  return found;
}

function events(file) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const all = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  return Object.fromEntries(all.map((event) => [event.uid, begins(event)]));
}

console.log(JSON.stringify(Object.fromEntries(files.map((file) => [file, events(file)]))));
