/** Words of the viewer on a disc. A patient reads them first, on a machine that nobody prepared. */
export const en = {
  windowTitle: 'Images on this disc',
  imagesOf: 'Images of {{name}}',
  images: 'Images',
  from: 'From {{institution}}',
  made: 'Made on {{date}}',
  openTitle: 'See all images, in full',
  openWhy: 'These are small previews. Your browser shows the images themselves once you choose the disc: nothing is sent anywhere.',
  openWhyNothing: 'Choose the disc, or a folder with DICOM images. Nothing is sent anywhere: the images stay on this computer.',
  openFolder: 'Choose the disc or folder',
  openFiles: 'Choose files instead',
  openHow: 'Choose the disc itself, or the folder that holds this page; then confirm that it may be read. You can also drop it here.',
  dropHere: 'Drop the disc or folder here',
  reading: 'Reading file {{done, number}} of {{count, number}}',
  readingFew: 'Reading',
  nothingTitle: 'No images found there',
  nothing: 'None of the files you chose is a DICOM image. Choose the disc itself, or the folder that holds this page.',
  otherDisc: 'You opened another disc or folder',
  otherDiscWhy: 'What you chose is not what this page was made for. Its images are shown all the same.',
  noWay: 'This browser cannot open folders. Choose all files of the folder instead, or open this page on a computer.',
  series: { one: '{{count, number}} set of images', other: '{{count, number}} sets of images' },
  enlarge: 'Larger: {{name}}',
  previewNote: 'A small preview. Choose the disc to see the image in full.',
  documents: 'Reports and documents',
  document: 'Document',
  see: 'See the images',
  close: 'Close',
  fromFilmjacket: 'Made with Filmjacket. Not for diagnosis.',
} as const

/** Said instead of the viewer's own words: on a disc there is no server, and no download. */
export const enInstead = {
  'trouble no-decoder': 'This picture is kept in a way that this viewer cannot show. Other programs for DICOM images can.',
  'trouble too-large': 'This picture is too large to show here. Other programs for DICOM images can.',
  'trouble absent': 'This picture is not on the disc.',
  otherHint: 'This part of the exam is not a picture ({{modality}}). Other programs for DICOM can read it.',
  nothingToSeeWhy: 'There is nothing to look at in this exam.',
} as const
