/**
 * What `style-src` must add to `'self'`: the hash of the one style sheet that Turbo writes into the page (its progress
 * bar). No inline style of ours exists. `csp.test.ts` fails when a new Turbo brings another sheet.
 */
export const turboStyleHash = "'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='";
