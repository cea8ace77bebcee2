import fs from 'node:fs';
import { registerHooks, syncBuiltinESMExports } from 'node:module';

// Loaded with --import into a build: counts how often each file is read, and how many bodies are parsed.
const reads = new Map();
for (const [object, name] of [
  [fs, 'readFile'],
  [fs, 'readFileSync'],
  [fs.promises, 'readFile'],
]) {
  const original = object[name];
  object[name] = function read(path, ...rest) {
    reads.set(String(path), (reads.get(String(path)) ?? 0) + 1);
    return original.call(this, path, ...rest);
  };
}
syncBuiltinESMExports();

globalThis.parses = 0;
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    if (specifier !== 'satteri' || !context.parentURL?.includes('/src/reader/')) return resolved;
    const source = `import { mdxToMdast as parse } from '${resolved.url}';
export * from '${resolved.url}';
export const mdxToMdast = (text) => ((globalThis.parses += 1), parse(text));`;
    return { url: `data:text/javascript,${encodeURIComponent(source)}`, shortCircuit: true };
  },
});

process.on('exit', () => {
  const report = { reads: Object.fromEntries(reads), parses: globalThis.parses };
  fs.writeFileSync(process.env.COUNT_FILE, JSON.stringify(report));
});
