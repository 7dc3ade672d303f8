// Checks JSON-LD against the vocabulary of schema.org, as schema-dts has it in types: node check-json-ld.mjs <CASES.json
// Cases are objects, each of the type that its @type names. Prints for each what TypeScript finds wrong: an unknown property or type, or a
// value of the wrong kind.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const cases = JSON.parse(readFileSync(0, 'utf8'));
// Beside the types, or they would not be found.
const work = join(import.meta.dirname, 'node_modules', `.json-ld-${process.pid}`);
mkdirSync(work, { recursive: true });
try {
  const files = cases.map((one, i) => {
    const file = join(work, `${i}.ts`);
    writeFileSync(file, `import type { ${one['@type']}, WithContext } from 'schema-dts';\nexport const one: WithContext<${one['@type']}> = ${JSON.stringify(one, null, 1)};\n`);
    return file;
  });
  const options = { strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023, types: [] };
  const program = ts.createProgram(files, options);
  console.log(JSON.stringify(files.map(file => ts.getPreEmitDiagnostics(program, program.getSourceFile(file))
    .map(found => ts.flattenDiagnosticMessageText(found.messageText, '\n')))));
} finally {
  rmSync(work, { recursive: true });
}
