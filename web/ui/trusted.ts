/**
 * The one Trusted Types policy of our own: it lets scripts of this application be started as workers,
 * and nothing else. Markup and code from strings have no policy here at all.
 */

interface Policy {
  createScriptURL(url: string): unknown;
}
interface Factory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}

const rules = {
  createScriptURL(url: string): string {
    const { origin, pathname } = new URL(url, window.location.href);
    if (origin !== window.location.origin || !isOwn(pathname))
      throw new TypeError('Only scripts of this application can be started.');
    return url;
  },
};

const { trustedTypes } = globalThis as { readonly trustedTypes?: Factory };
const policy: Policy = trustedTypes?.createPolicy('alongside', rules) ?? rules;

/** The address of a worker of ours, in the form that the browser's sinks ask for. */
export function ownScript(url: string): string {
  return policy.createScriptURL(url) as string;
}

function isOwn(pathname: string): boolean {
  return import.meta.env.DEV || pathname === '/sw.js' || /^\/assets\/[\w.-]+\.js$/.test(pathname);
}
