import ts from "typescript";

/** A place where a name from outside may find, or overwrite, what every object inherits. */
export interface Lookup {
  file: string;
  line: number;
  text: string;
  why: string;
}

// `// look-up allowed: the table has no prototype` on the line or the one before
const allowed = /\/\/ look-up allowed: \S/;

/** Look-ups by names of any text in the files of a program, in the order of the files. */
export function findLookups(program: ts.Program, isOurs: (file: string) => boolean): Lookup[] {
  const found: Lookup[] = [];
  const checker = program.getTypeChecker();
  for (const source of program.getSourceFiles()) {
    if (!isOurs(source.fileName)) continue;
    const lines = source.text.split("\n");
    const visit = (node: ts.Node): void => {
      const why = whyForeign(node, checker);
      if (why !== undefined) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        const isAllowed = [lines[line - 1], lines[line]].some((text) => allowed.test(text ?? ""));
        const text = node.getText(source).split("\n")[0] ?? "";
        if (!isAllowed) found.push({ file: source.fileName, line: line + 1, text, why });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

function whyForeign(node: ts.Node, checker: ts.TypeChecker): string | undefined {
  const isForeign = (key: ts.Node): boolean => isAnyText(checker.getTypeAtLocation(key), checker);
  if (ts.isElementAccessExpression(node)) {
    if (isForeign(node.argumentExpression) && !isGuarded(node)) return "table[name]";
  } else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword) {
    if (!ts.isPrivateIdentifier(node.left) && isForeign(node.left)) return "name in table";
  } else if (ts.isBindingElement(node) && node.propertyName !== undefined) {
    const { propertyName } = node;
    if (ts.isComputedPropertyName(propertyName) && isForeign(propertyName.expression)) {
      return "{ [name]: value } = table";
    }
  } else if (ts.isCallExpression(node) && node.expression.getText() === "Object.assign") {
    const [, ...sources] = node.arguments;
    if (sources.some((source) => bringsAnyName(source, checker))) return "Object.assign";
  } else if (ts.isAsExpression(node)) {
    const isMadeKnown =
      isForeign(node.expression) && isLiterals(checker.getTypeAtLocation(node), checker);
    if (isMadeKnown) return "name as Known";
  }
  return undefined;
}

/** Any text, or the name of something every object inherits. */
function isAnyText(type: ts.Type, checker: ts.TypeChecker): boolean {
  const known = checker.getBaseConstraintOfType(type) ?? type;
  if (known.isUnion()) return known.types.some((one) => isAnyText(one, checker));
  if (known.isStringLiteral()) return known.value in Object.prototype;
  return (
    (known.flags &
      (ts.TypeFlags.String |
        ts.TypeFlags.TemplateLiteral |
        ts.TypeFlags.StringMapping |
        ts.TypeFlags.Index |
        ts.TypeFlags.Any |
        ts.TypeFlags.Unknown)) !==
    0
  );
}

/** Whether it is reached only where `Object.hasOwn(table, name)` says so. */
function isGuarded(node: ts.ElementAccessExpression): boolean {
  const guard = `Object.hasOwn(${node.expression.getText()}, ${node.argumentExpression.getText()})`;
  for (let inner: ts.Node = node; !ts.isSourceFile(inner); inner = inner.parent) {
    const condition = conditionFor(inner);
    if (condition !== undefined && conjuncts(condition).includes(guard)) return true;
    if (ts.isBlock(inner.parent) && leavesUnless(guard, inner, inner.parent)) return true;
  }
  return false;
}

/** `if (!Object.hasOwn(table, name)) throw …` stands before it in the block. */
function leavesUnless(guard: string, node: ts.Node, { statements }: ts.Block): boolean {
  return statements.some(
    (one) =>
      one.pos < node.pos &&
      ts.isIfStatement(one) &&
      one.expression.getText() === `!${guard}` &&
      (ts.isThrowStatement(one.thenStatement) || ts.isReturnStatement(one.thenStatement)),
  );
}

/** What holds wherever this node is reached. */
function conditionFor(node: ts.Node): ts.Expression | undefined {
  const { parent } = node;
  if (ts.isConditionalExpression(parent) && parent.whenTrue === node) return parent.condition;
  if (ts.isIfStatement(parent) && parent.thenStatement === node) return parent.expression;
  const isAnd =
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken &&
    parent.right === node;
  return isAnd ? parent.left : undefined;
}

function conjuncts(condition: ts.Expression): string[] {
  if (ts.isParenthesizedExpression(condition)) return conjuncts(condition.expression);
  const isAnd =
    ts.isBinaryExpression(condition) &&
    condition.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
  return isAnd
    ? [...conjuncts(condition.left), ...conjuncts(condition.right)]
    : [condition.getText().replaceAll(/\s+/g, " ")];
}

/** Object.assign sets `__proto__` where a spread would add it. */
function bringsAnyName(source: ts.Expression, checker: ts.TypeChecker): boolean {
  if (!ts.isObjectLiteralExpression(source)) {
    const type = checker.getTypeAtLocation(source);
    return checker.getIndexInfoOfType(type, ts.IndexKind.String) !== undefined;
  }
  return source.properties.some((property) => {
    if (ts.isSpreadAssignment(property)) return bringsAnyName(property.expression, checker);
    const { name } = property;
    return (
      name !== undefined &&
      ts.isComputedPropertyName(name) &&
      isAnyText(checker.getTypeAtLocation(name.expression), checker)
    );
  });
}

function isLiterals(type: ts.Type, checker: ts.TypeChecker): boolean {
  const members = type.isUnion() ? type.types : [type];
  return members.every((one) => one.isStringLiteral() && !isAnyText(one, checker));
}
