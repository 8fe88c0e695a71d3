import { Document, Scalar, visit } from 'yaml';
import type { Tree } from './pick-known.ts';

/** A tree in which numbers may stand as well; what is undefined is left out. */
type Written = Tree | number | readonly Written[] | { readonly [key: string]: Written | undefined };

/** A tree as YAML, one key a line, in the tree's order. Everything that other readers would take for a number is quoted. */
export function formatYaml(tree: Written): string {
  const document = new Document(tree);
  visit(document, {
    Scalar: (_, node) => {
      const { value } = node;
      // A reader who moves the text must not find half of it behind a comment sign.
      if (typeof value === 'string' && value.includes('#') && !value.includes('\n'))
        node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** A content file of front matter and a body. */
export function formatFrontMatter(tree: Tree, body: string): string {
  return `---\n${formatYaml(tree)}---\n${body}`;
}
