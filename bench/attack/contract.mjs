// What may be asked, read off the two documents of the contract that the service serves.
import { ask } from './client.mjs';

const values = {
  id: 'hotline', statementId: 'hours-3.1', correctionNumber: 'C-0000', keyId: '0a1b2c3d4e', number: '1', year: '2026', date: '2026-11-22', code: 'RU-PRI',
  segment: 'individual', of: 'vcard', from: '2026-11-23', to: '2026-11-29',
};

/** Every operation: its method, its path, and its parameters in the query and in the path. */
export async function readOperations(service) {
  const documents = await Promise.all(['/openapi.json', '/openapi.admin.json'].map(async path => JSON.parse((await ask(service.port, path)).text)));
  return documents.flatMap(document => Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { parameters }]) => ({
    method: method.toUpperCase(), path, parameters: parameters.map(parameter => '$ref' in parameter ? shared(document, parameter.$ref) : parameter),
  }))));
}

const shared = (document, reference) => reference.split('/').slice(1).reduce((place, name) => place[name], document);

/** The address of an operation, with these texts for some of its parameters and good ones for what it needs besides. */
export function address(operation, texts = {}) {
  const text = name => encode(texts[name] ?? values[name] ?? 'x');
  const query = operation.parameters.filter(parameter => parameter.in === 'query' && (parameter.required || parameter.name in texts));
  return operation.path.replace(/{(\w+)}/g, (_, name) => text(name)) +
    (query.length > 0 ? `?${query.map(parameter => `${parameter.name}=${text(parameter.name)}`).join('&')}` : '');
}

/** Half a surrogate pair as it would stand in UTF-8, where it is not allowed to. */
const encode = text => text === '\ud800' ? '%ED%A0%80' : encodeURIComponent(text);
