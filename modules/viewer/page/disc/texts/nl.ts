import type { Translation } from '../../../../../platform/web/text-table.ts'
import type { en, enInstead } from './en.ts'

export const nl: Translation<typeof en> = {
  windowTitle: 'Beelden op deze schijf',
  imagesOf: 'Beelden van {{name}}',
  images: 'Beelden',
  from: 'Van {{institution}}',
  made: 'Gemaakt op {{date}}',
  openTitle: 'Bekijk alle beelden, volledig',
  openWhy: 'Dit zijn kleine voorbeelden. Uw browser toont de beelden zelf zodra u de schijf kiest: er wordt niets verstuurd.',
  openWhyNothing: 'Kies de schijf, of een map met DICOM-beelden. Er wordt niets verstuurd: de beelden blijven op deze computer.',
  openFolder: 'Kies de schijf of map',
  openFiles: 'Kies liever bestanden',
  openHow: 'Kies de schijf zelf, of de map waarin deze pagina staat; bevestig dan dat ze gelezen mag worden. U kunt ze ook hierheen slepen.',
  dropHere: 'Laat de schijf of map hier los',
  reading: 'Bestand {{done, number}} van {{count, number}} wordt gelezen',
  readingFew: 'Bezig met lezen',
  nothingTitle: 'Daar zijn geen beelden gevonden',
  nothing: 'Geen van de gekozen bestanden is een DICOM-beeld. Kies de schijf zelf, of de map waarin deze pagina staat.',
  otherDisc: 'U hebt een andere schijf of map geopend',
  otherDiscWhy: 'Wat u koos is niet waarvoor deze pagina is gemaakt. De beelden worden toch getoond.',
  noWay: 'Deze browser kan geen mappen openen. Kies in plaats daarvan alle bestanden van de map, of open deze pagina op een computer.',
  series: { one: '{{count, number}} reeks beelden', other: '{{count, number}} reeksen beelden' },
  enlarge: 'Groter: {{name}}',
  previewNote: 'Een klein voorbeeld. Kies de schijf om het beeld volledig te zien.',
  documents: 'Verslagen en documenten',
  document: 'Document',
  see: 'Bekijk de beelden',
  close: 'Sluiten',
  fromFilmjacket: 'Gemaakt met Filmjacket. Niet voor diagnose.',
}

export const nlInstead: Translation<typeof enInstead> = {
  'trouble no-decoder': 'Dit beeld is bewaard op een manier die deze viewer niet kan tonen. Andere programma’s voor DICOM-beelden wel.',
  'trouble too-large': 'Dit beeld is te groot om hier te tonen. Andere programma’s voor DICOM-beelden kunnen het wel.',
  'trouble absent': 'Dit beeld staat niet op de schijf.',
  otherHint: 'Dit deel van het onderzoek is geen beeld ({{modality}}). Andere programma’s voor DICOM kunnen het lezen.',
  nothingToSeeWhy: 'Er is niets te zien in dit onderzoek.',
}
