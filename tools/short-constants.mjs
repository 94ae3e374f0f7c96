/**
 * Shorter names for the constants of a bundle. Functions, classes, objects with functions in them, fields and texts
 * keep theirs, which is what a stack trace is read by; a table of rules is named by the sources.
 */
import ts from "typescript";

/** Shorter ones are not worth it. */
const SHORTEST = 4;

/**
 * @param {string} code a script whose constants stand at its top level
 * @param {readonly string[]} except names that are asked for from outside
 * @returns {string} the same script
 */
export function shortConstants(code, except) {
  const file = ts.createSourceFile("bundle.js", code, ts.ScriptTarget.ES2020, false, ts.ScriptKind.JS);
  const functions = new Set(file.statements.filter(ts.isFunctionDeclaration).map(({ name }) => name?.text));
  const constants = new Set(
    file.statements.flatMap((statement) =>
      ts.isVariableStatement(statement)
        ? statement.declarationList.declarations.flatMap(({ name, initializer }) =>
            ts.isIdentifier(name) && name.text.length >= SHORTEST && !isTraced(initializer, functions)
              ? [name.text]
              : [],
          )
        : [],
    ),
  );
  const uses = usesIn(file, (name) => constants.has(name) && !except.includes(name));
  const short = namesFor([...uses.keys()], namesIn(file));
  const edits = [...uses].flatMap(([name, places]) =>
    places.map(({ end, before }) => ({ from: end - name.length, end, text: `${before}${short.get(name)}` })),
  );
  let [result, at] = ["", 0];
  for (const { from, end, text } of edits.sort((a, b) => a.from - b.from)) {
    result += code.slice(at, from) + text;
    at = end;
  }
  return result + code.slice(at);
}

/** What the name of stands in a stack trace. */
function isTraced(value, functions) {
  if (value === undefined) return false;
  const called = (node) =>
    node !== undefined &&
    (ts.isFunctionLike(node) || ts.isClassLike(node) || (ts.isIdentifier(node) && functions.has(node.text)));
  if (!ts.isObjectLiteralExpression(value)) return called(value);
  return value.properties.some((part) => called(part) || called(part.initializer ?? part.name));
}

/** Where each constant is named; those that something inside a function is called by, too, are left out. */
function usesIn(file, isConstant) {
  const uses = new Map();
  const shadowed = new Set();
  const visit = (node, parent, depth) => {
    if (ts.isIdentifier(node) && isConstant(node.text) && !isField(node, parent)) {
      if (isDeclared(node, parent) && depth > 0) shadowed.add(node.text);
      // `{ NAME }` names a field by it, too.
      const before = ts.isShorthandPropertyAssignment(parent) ? `${node.text}:` : "";
      uses.set(node.text, [...(uses.get(node.text) ?? []), { end: node.end, before }]);
    }
    const inside = ts.isFunctionLike(node) || ts.isBlock(node) || ts.isClassLike(node) || isLoop(node);
    ts.forEachChild(node, (child) => visit(child, node, depth + (inside ? 1 : 0)));
  };
  visit(file, file, 0);
  for (const name of shadowed) uses.delete(name);
  return uses;
}

function isLoop(node) {
  return ts.isForStatement(node) || ts.isForOfStatement(node) || ts.isForInStatement(node);
}

/** The name of a field, not of a constant. */
function isField(node, parent) {
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  return (
    (ts.isPropertyAssignment(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isAccessor(parent) ||
      ts.isPropertyDeclaration(parent)) &&
    parent.name === node
  );
}

function isDeclared(node, parent) {
  const declares =
    ts.isVariableDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent) ||
    ts.isFunctionLike(parent) ||
    ts.isClassLike(parent);
  return declares && parent.name === node;
}

function namesIn(file) {
  const found = new Set();
  const visit = (node) => {
    if (ts.isIdentifier(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The shortest names nobody has. */
function namesFor(names, taken) {
  const short = new Map();
  let n = 0;
  for (const name of names) {
    let next = "";
    do next = `$${(n++).toString(36)}`;
    while (taken.has(next));
    short.set(name, next);
  }
  return short;
}
