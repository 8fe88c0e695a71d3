import type { View, ViewKind, ViewOf } from './view.ts';

/**
 * The view that a route is asked to render, with the type of its kind.
 * @throws when the build rendered the page through a route that does not show views of this kind
 */
export function shown<Kind extends ViewKind>(locals: { view: View }, ...kinds: Kind[]): ViewOf<Kind> {
  const { view } = locals;
  if (isOneOf(view, kinds)) return view;
  throw new Error(`A route for ${kinds.join(' or ')} was asked to render a view of kind ${view.kind}.`);
}

function isOneOf<Kind extends ViewKind>(view: View, kinds: readonly Kind[]): view is ViewOf<Kind> {
  return (kinds as readonly ViewKind[]).includes(view.kind);
}
