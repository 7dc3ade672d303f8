// Checks manifests against the schema of Kubernetes: node check-manifests.mjs FOLDER
// No field too many, none too few, each of its type and form. The classes of kubernetes-models are made from that schema: TypeScript
// checks the fields, and the classes check the forms.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const folder = process.argv[2];
const read = name => parse(readFileSync(join(folder, name), 'utf8'));
const names = readdirSync(folder).filter(name => name.endsWith('.yaml') && name !== 'kustomization.yaml' && name !== 'secret.yaml');

const listed = read('kustomization.yaml').resources;
const written = names.filter(name => !name.endsWith('.example.yaml'));
if (listed.toSorted().join() !== written.toSorted().join()) {
  console.error(`${folder}/kustomization.yaml lists ${listed}; there are ${written}`);
  process.exit(1);
}

// Beside the classes, or they would not be found.
const work = join(import.meta.dirname, 'node_modules', '.manifests');
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
for (const name of names) {
  const { apiVersion, kind, ...fields } = read(name);
  writeFileSync(join(work, `${name}.mts`), `import { ${kind} } from 'kubernetes-models/${apiVersion}';\nnew ${kind}(${JSON.stringify(fields, null, 2)}).validate();\n`);
}

const run = (...command) => execFileSync(process.execPath, command, { cwd: work, stdio: 'inherit' });
try {
  run('../typescript/bin/tsc', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2023', ...names.map(name => `${name}.mts`));
  names.forEach(name => run(`${name}.mjs`));
} catch {
  process.exit(1);
}
console.log(`${names.length} manifests are as Kubernetes wants them.`);
