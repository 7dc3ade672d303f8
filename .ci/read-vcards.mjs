// Reads entries of address books with ical.js: node read-vcards.mjs <CASES.json
// Cases are texts of vCard 4.0. Prints for each its properties in order, by name and value.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const answers = JSON.parse(readFileSync(0, 'utf8')).map(text =>
  new ICAL.Component(ICAL.parse(text)).getAllProperties().map(property => ({
    name: property.name.toUpperCase(), value: property.getValues().flat().map(String).join(';'),
  })));
console.log(JSON.stringify(answers));
