// What may be asked, read off openapi.yaml as the service writes it: block style, two spaces a level.
import { readFileSync } from 'node:fs';

const values = {
  id: 'hotline', statementId: 'hours-3.1', correctionNumber: 'C-0000', keyId: '0a1b2c3d4e', number: '1', year: '2026', date: '2026-11-22', code: 'RU-PRI',
  segment: 'individual', of: 'vcard', from: '2026-11-23', to: '2026-11-29',
};

/** Every operation: its method, its path, and its parameters in the query and in the path. */
export function readOperations() {
  const operations = [];
  let path, operation, parameter;
  for (const line of readFileSync('openapi.yaml', 'utf8').split('\n')) {
    if (line === 'components:')
      break;
    const route = /^ {2}'?(\/[^']*?)'?:$/.exec(line);
    const method = /^ {4}(get|put|post|patch|delete):$/.exec(line);
    const name = /^ {8}- name: '?([^']+)'?$/.exec(line);
    if (route)
      path = route[1];
    else if (method)
      operations.push(operation = { method: method[1].toUpperCase(), path, parameters: [] });
    else if (name)
      operation.parameters.push(parameter = { name: name[1] });
    else if (parameter && /^ {10}in: /.test(line))
      parameter.in = line.trim().slice('in: '.length);
    else if (parameter && /^ {10}required: true$/.test(line))
      parameter.required = true;
    else if (/^ {6}\w/.test(line))
      parameter = undefined;
  }
  return operations;
}

/** The address of an operation, with these texts for some of its parameters and good ones for what it needs besides. */
export function address(operation, texts = {}) {
  const text = name => encode(texts[name] ?? values[name] ?? 'x');
  const query = operation.parameters.filter(parameter => parameter.in === 'query' && (parameter.required || parameter.name in texts));
  return operation.path.replace(/{(\w+)}/g, (_, name) => text(name)) +
    (query.length > 0 ? `?${query.map(parameter => `${parameter.name}=${text(parameter.name)}`).join('&')}` : '');
}

/** Half a surrogate pair as it would stand in UTF-8, where it is not allowed to. */
const encode = text => text === '\ud800' ? '%ED%A0%80' : encodeURIComponent(text);
