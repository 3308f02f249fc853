import ts from "typescript";

/** Text that people see or hear and that no catalog of messages holds, or a language that is fixed where it must be the page's. */
export interface Finding {
  /** Counted from 1. */
  readonly line: number;
  readonly kind: "text" | "language";
  /** The literal words, or the call. */
  readonly words: string;
}

/** Attributes and properties of elements and components of which people see or hear the value. */
const SHOWN_PROPERTIES = new Set([
  ...["abbr", "alt", "label", "placeholder", "srcdoc", "summary", "title"],
  ...["aria-braillelabel", "aria-brailleroledescription", "aria-description", "aria-label", "aria-placeholder"],
  ...["aria-roledescription", "aria-valuetext"],
  ...["ariaDescription", "ariaLabel", "ariaPlaceholder", "ariaRoleDescription", "ariaValueText"],
  ...["innerHTML", "innerText", "outerText", "textContent"],
  // Of components of the page.
  ...["caption", "children", "detail", "heading", "headline", "hint", "lead", "note", "text", "tooltip", "words"],
]);

/** Functions that show what they are given, with the position of the text among what they are given. */
const SHOWING_CALLS: Readonly<Record<string, number>> = {
  alert: 0,
  append: 0,
  confirm: 0,
  createTextNode: 0,
  fillText: 0,
  insertAdjacentText: 1,
  prepend: 0,
  prompt: 0,
  replaceChildren: 0,
  setCustomValidity: 0,
  setHTML: 0,
  strokeText: 0,
};

/** Methods whose answer depends on the language, with the position of it among what they are given. */
const LANGUAGE_ARGUMENT: Readonly<Record<string, number>> = {
  localeCompare: 1,
  toLocaleDateString: 0,
  toLocaleLowerCase: 0,
  toLocaleString: 0,
  toLocaleTimeString: 0,
  toLocaleUpperCase: 0,
};

/** Where literal words are for the machine or for who maintains the page: never searched for prose. */
const FOR_MACHINES = new Set([
  "className",
  "class",
  "d",
  "href",
  "key",
  "path",
  "points",
  "rel",
  "src",
  "style",
  "transform",
]);
const CALLS_FOR_MACHINES = new Set([
  ...["closest", "error", "matches", "matchMedia", "querySelector", "querySelectorAll", "useMedia", "warn"],
]);

const PROSE = /\p{L}{2,}[,;:]? \p{L}{2,}/u;
const LETTER = /\p{L}/u;
/** As keys and codes are written: small letters with a mark between. */
const CODE = /^[a-z0-9]+[-_.][-_.a-z0-9]*$/;

/**
 * Looks through one file of code. Literal words are followed through conditions, templates, sums, lists and constants of the
 * same file to where they are shown; besides, every literal of two words and more counts wherever it stands, unless it is
 * for a machine (classes, selectors, messages of exceptions).
 * @param path tells by its ending whether the code holds JSX
 */
export function findBareText(path: string, code: string): readonly Finding[] {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const constants = constantsOf(file);
  const found = new Map<string, Finding>();

  const tell = (node: ts.Node, kind: Finding["kind"], words: string) => {
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    const shown = words.replace(/\s+/g, " ").trim();
    found.set(`${String(node.getStart(file))} ${shown}`, { line, kind, words: shown });
  };
  const tellShown = (node: ts.Node | undefined) => {
    if (node === undefined) return;
    for (const literal of literalsShownBy(node, constants)) {
      const { text } = literal;
      if (LETTER.test(text) && !CODE.test(text)) tell(literal, "text", text);
    }
  };

  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node)) {
      if (LETTER.test(withoutEntities(node.text))) tell(node, "text", node.text);
    } else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) {
      tellShown(node.expression);
    } else if (ts.isJsxAttribute(node) && SHOWN_PROPERTIES.has(node.name.getText(file))) {
      tellShown(valueOf(node));
    } else if (ts.isPropertyAssignment(node) && SHOWN_PROPERTIES.has(nameOf(node.name))) {
      tellShown(node.initializer);
    } else if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) {
      const name = ts.isPropertyAccessExpression(node.left) ? node.left.name.text : "";
      if (SHOWN_PROPERTIES.has(name)) tellShown(node.right);
    } else if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      visitCall(node);
    }
    if (isLiteral(node) && PROSE.test(node.text) && !isForMachines(node)) tell(node, "text", node.text);
    ts.forEachChild(node, visit);
  };

  const visitCall = (node: ts.CallExpression | ts.NewExpression) => {
    const given = node.arguments ?? [];
    const callee = node.expression.getText(file);
    const name = callee.split(".").at(-1) ?? "";
    if (name === "setAttribute" || name === "setAttributeNS") {
      const at = name === "setAttribute" ? 0 : 1;
      const attribute = given[at];
      if (attribute !== undefined && ts.isStringLiteralLike(attribute) && SHOWN_PROPERTIES.has(attribute.text)) {
        tellShown(given[at + 1]);
      }
    } else if (name === "createElement" && !callee.startsWith("document")) {
      for (const child of given.slice(2)) tellShown(child);
    } else if (ts.isNewExpression(node) && (name === "Option" || name === "Notification")) {
      tellShown(given[0]);
    } else if (name === "join") {
      tellShown(given[0]);
    } else if (Object.hasOwn(SHOWING_CALLS, name)) {
      const at = SHOWING_CALLS[name]!;
      for (const shown of at === 0 ? given : given.slice(at)) tellShown(shown);
    }

    const isIntl = /^(globalThis\.)?Intl\.\w+$/.test(callee);
    const languageAt = isIntl ? 0 : Object.hasOwn(LANGUAGE_ARGUMENT, name) ? LANGUAGE_ARGUMENT[name] : undefined;
    if (languageAt === undefined) return;
    const language = given[languageAt];
    if (language === undefined || isFixed(language)) tell(node, "language", node.getText(file));
  };

  visit(file);
  return [...found.values()].sort((a, b) => a.line - b.line);
}

type Literal = ts.StringLiteralLike | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail;
type Constants = ReadonlyMap<string, ts.Expression>;

function isLiteral(node: ts.Node): node is Literal {
  return (
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)
  );
}

function withoutEntities(text: string): string {
  return text.replace(/&\w+;/g, "");
}

/** The initial values of constants, by name; of a name that is given twice none, as it is not known which is meant. */
function constantsOf(file: ts.SourceFile): Constants {
  const constants = new Map<string, ts.Expression>();
  const twice = new Set<string>();
  const visit = (node: ts.Node) => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined) {
      const name = node.name.text;
      if (constants.has(name)) twice.add(name);
      constants.set(name, node.initializer);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  for (const name of twice) constants.delete(name);
  return constants;
}

/** The literals of which the text of an expression may consist. What a call gives is not known, so it gives none. */
function literalsShownBy(
  node: ts.Node,
  constants: Constants,
  seen: ReadonlySet<string> = new Set(),
): readonly Literal[] {
  const through = (...nodes: readonly ts.Node[]) => nodes.flatMap((each) => literalsShownBy(each, constants, seen));
  if (ts.isStringLiteralLike(node)) return [node];
  if (ts.isTemplateExpression(node)) {
    const spans = node.templateSpans.flatMap((span) => [span.literal, ...through(span.expression)]);
    return [node.head, ...spans.filter((part): part is Literal => isLiteral(part))];
  }
  if (ts.isConditionalExpression(node)) return through(node.whenTrue, node.whenFalse);
  if (ts.isBinaryExpression(node)) {
    switch (node.operatorToken.kind) {
      case ts.SyntaxKind.PlusToken:
      case ts.SyntaxKind.BarBarToken:
      case ts.SyntaxKind.QuestionQuestionToken:
        return through(node.left, node.right);
      case ts.SyntaxKind.AmpersandAmpersandToken:
      case ts.SyntaxKind.CommaToken:
        return through(node.right);
      default:
        return [];
    }
  }
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
    return through(node.expression);
  }
  if (ts.isNonNullExpression(node)) return through(node.expression);
  if (ts.isArrayLiteralExpression(node)) return through(...node.elements);
  if (ts.isObjectLiteralExpression(node)) {
    return through(...node.properties.filter(ts.isPropertyAssignment).map(({ initializer }) => initializer));
  }
  if (ts.isElementAccessExpression(node) || ts.isPropertyAccessExpression(node)) {
    return ts.isIdentifier(node.expression) ? through(node.expression) : [];
  }
  if (ts.isIdentifier(node) && !seen.has(node.text)) {
    const value = constants.get(node.text);
    return value === undefined ? [] : literalsShownBy(value, constants, new Set([...seen, node.text]));
  }
  return [];
}

function valueOf({ initializer }: ts.JsxAttribute): ts.Node | undefined {
  if (initializer === undefined) return undefined;
  return ts.isJsxExpression(initializer) ? initializer.expression : initializer;
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : "";
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.EqualsToken || kind === ts.SyntaxKind.PlusEqualsToken;
}

function isFixed(language: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(language)) return language.elements.every(isFixed);
  return ts.isStringLiteralLike(language) || (ts.isIdentifier(language) && language.text === "undefined");
}

/** Whether a call of the constructor above is that of an exception. */
function isOfError(node: ts.Node): boolean {
  for (let at = node; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isClassLike(at)) return at.heritageClauses?.some((clause) => /Error$/.test(clause.getText())) === true;
  }
  return false;
}

/** Whether a literal stands where no person reads it: in imports, types, comparisons, exceptions, classes and selectors. */
function isForMachines(literal: Literal): boolean {
  for (let node: ts.Node = literal; !ts.isSourceFile(node); node = node.parent) {
    const { parent } = node;
    if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent)) return true;
    if (ts.isExpressionStatement(parent) && isLiteral(node)) return true;
    if (ts.isThrowStatement(parent)) return true;
    if (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.SuperKeyword) return isOfError(parent);
    if (ts.isNewExpression(parent) && /Error$|^RegExp$|^Worker$/.test(parent.expression.getText())) return true;
    if (ts.isCallExpression(parent) && node !== parent.expression) {
      const callee = parent.expression.getText();
      if (CALLS_FOR_MACHINES.has(callee) || CALLS_FOR_MACHINES.has(callee.split(".").at(-1) ?? "")) return true;
    }
    if (ts.isJsxAttribute(parent) && FOR_MACHINES.has(parent.name.getText())) return true;
    if (ts.isFunctionLike(parent) || ts.isJsxElement(parent) || ts.isBlock(parent)) return false;
  }
  return false;
}
