/**
 * The printout in Spanish: patients of many sites read it, while the pages of the site and its own words are in three languages. POR-25.
 *
 * @module
 */
import { isLanguage, type Language, type Paragraph, type Settings } from '../../platform/server/settings/index.ts'
import { KEEP, LEAD, STEP_1, STEP_2, STEP_3, TITLE, WAIT } from './paragraphs.ts'

/** Of a page on paper. */
export type PrintLanguage = Language | 'es'

const SPANISH: ReadonlyMap<Paragraph, string> = new Map([
  [TITLE, 'Sus imágenes médicas, para usted'],
  [LEAD, 'Con esta hoja puede ver sus imágenes y guardarlas. No necesita ninguna cuenta.'],
  [STEP_1, 'Abra {0} en un ordenador o un teléfono, o apunte la cámara de su teléfono al cuadrado.'],
  [STEP_2, 'Escriba el código de acceso de abajo y su fecha de nacimiento.'],
  [STEP_3, 'Mire sus imágenes, o lléveselas como archivo para usted o para otro médico.'],
  [WAIT, 'Sus imágenes pueden tardar hasta 3 días en estar disponibles, para que su equipo médico pueda hablar con usted de los resultados.'],
  [KEEP, 'Guarde esta hoja tan bien como una llave. Quien la tenga y sepa su fecha de nacimiento puede ver sus imágenes.'],
])

/** A text of the printout: in the site's own words where the site has this language. */
export function printedWords(settings: Pick<Settings, 'words'>, paragraph: Paragraph, language: PrintLanguage): string {
  return isLanguage(language) ? settings.words(paragraph, language) : (SPANISH.get(paragraph) ?? settings.words(paragraph, 'en'))
}
