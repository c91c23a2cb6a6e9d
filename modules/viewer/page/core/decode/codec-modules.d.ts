/** The codecs come without types. */
declare module '@cornerstonejs/codec-charls/decodewasmjs' {
  const factory: import('./codecs.ts').CodecFactory
  export { factory as default }
}
declare module '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs' {
  const factory: import('./codecs.ts').CodecFactory
  export { factory as default }
}
declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  const factory: import('./codecs.ts').CodecFactory
  export { factory as default }
}
declare module '@cornerstonejs/codec-openjph/wasmjs' {
  const factory: import('./codecs.ts').CodecFactory
  export { factory as default }
}
