/// <reference types="astro/client" />

declare namespace App {
  /** What the build gives to every page that it renders. */
  interface Locals {
    site: import('./site/view.ts').Frame;
    view: import('./site/view.ts').View;
    /** What `npm run dev` adds for authors; a build never sets it. */
    preview?: import('./site/preview.ts').Preview;
  }
}

/** The trusted pages of the content directory, compiled; see scripts/build/pages-module.ts. */
declare module 'virtual:kairan/pages' {
  type Component = import('astro/runtime/server/index.js').AstroComponentFactory;
  interface CompiledPage {
    Content: Component;
    headings: readonly { depth: number; slug: string; text: string }[];
  }
  export const pages: Readonly<Partial<Record<string, CompiledPage>>>;
}

/** Templates as programs see them that do not read `.astro` files; `astro check` does. */
declare module '*.astro' {
  const Component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default Component;
}
