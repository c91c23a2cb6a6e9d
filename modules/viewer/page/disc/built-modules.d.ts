/** What the build of the disc's viewer makes: modules/viewer/disc/part10.ts on stand-ins for Node, and the program that decodes. */
declare module 'filmjacket-part10' {
  const openImageFile: import('./image-file.ts').OpenImageFile
  export { openImageFile }
}
declare module 'filmjacket-decoder' {
  const program: string
  export { program }
}
