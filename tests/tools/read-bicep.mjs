// Reads Bicep templates with a grammar that is not ours: files or folders as arguments, one JSON object on stdout. A
// parameter file (.bicepparam) is read as well; the grammar does not know its assignments, so they are given to it as variables.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Language, Parser } from 'web-tree-sitter';

const files = process.argv.slice(2).flatMap((path) =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true })
        .map((name) => join(path, name))
        .filter((name) => /\.bicep(param)?$/.test(name))
    : [path],
);

await Parser.init();
const parser = new Parser();
parser.setLanguage(
  await Language.load(createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')),
);

/** The named children that mean something. */
const parts = (node) => node.namedChildren.filter((child) => child && !/comment/.test(child.type));
const text = (node) => node.text.replace(/^'|'$/g, '');
const all = (node, type) => [
  ...(node.type === type ? [node] : []),
  ...parts(node).flatMap((child) => all(child, type)),
];

/** An object in the source: its keys, each with the node of its value. */
const properties = (object) =>
  Object.fromEntries(
    parts(object)
      .filter((child) => child.type === 'object_property')
      .map((property) => [text(parts(property)[0]), parts(property)[1]]),
  );

/** The object after `=`, whatever condition or loop stands before it. */
const body = (declaration) => {
  let last = parts(declaration).at(-1);
  while (last && last.type !== 'object') {
    last = last.childForFieldName('body') ?? parts(last).at(-1);
  }
  return last;
};

function errors(node) {
  const found = node.isError || node.isMissing ? [`line ${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`] : [];
  return [...found, ...node.children.flatMap((child) => (child && child.hasError ? errors(child) : []))];
}

/** Declarations with the decorators before them. */
function declarations(root) {
  const found = [];
  let decorators = [];
  for (const node of parts(root)) {
    if (node.type === 'decorators') {
      decorators = parts(node).map((decorator) => decorator.text);
      continue;
    }
    found.push({ node, decorators });
    decorators = [];
  }
  return found;
}

function read(file) {
  const isParameters = file.endsWith('.bicepparam');
  const source = readFileSync(file, 'utf8');
  const root = parser.parse(isParameters ? source.replace(/^param (\w+) =/gm, 'var $1 =') : source).rootNode;
  const known = declarations(root);
  const of = (type) => known.filter(({ node }) => node.type === type);
  const name = ({ node }) => parts(node)[0].text;

  return {
    file: resolve(file),
    errors: errors(root),
    uses: of('using_statement').map(({ node }) => text(parts(node)[0]))[0],
    assignments: isParameters ? of('variable_declaration').map(name) : [],
    parameters: of('parameter_declaration').map((one) => {
      const [, type, value] = parts(one.node);
      return {
        name: name(one),
        type: type.text,
        required: !value && !type.text.endsWith('?'),
        secure: one.decorators.some((decorator) => decorator.startsWith('@secure')),
      };
    }),
    outputs: of('output_declaration').map((one) => ({
      name: name(one),
      value: parts(one.node).at(-1).text,
      secure: one.decorators.some((decorator) => decorator.startsWith('@secure')),
    })),
    modules: of('module_declaration').map((one) => {
      const { params } = properties(body(one.node));
      return { name: name(one), path: text(parts(one.node)[1]), params: params ? Object.keys(properties(params)) : [] };
    }),
    moduleOutputs: all(root, 'member_expression')
      .map((node) => /^(\w+)\.\??outputs\.\??(\w+)$/.exec(node.text))
      .filter(Boolean)
      .map(([, module, output]) => ({ module, output })),
    resources: all(root, 'resource_declaration').map((node) => text(parts(node)[1])),
    calls: all(root, 'call_expression').map((node) => node.childForFieldName('function')?.text ?? ''),
    appSettings: all(root, 'object_property')
      .filter((property) => text(parts(property)[0]) === 'appSettings')
      .flatMap((property) =>
        parts(parts(property)[1]).map((setting) => {
          const { name: key, value } = properties(setting);
          return { name: text(key), value: text(value) };
        }),
      ),
  };
}

console.log(JSON.stringify(files.map(read)));
