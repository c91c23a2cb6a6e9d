/** Also in package.json, whose test holds them together. */
export const VERSION = '0.1.0'
