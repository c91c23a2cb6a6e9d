export {
  addressOf, framesAddress, parseFrameList, searchAddress, type Place, type SearchParameters,
} from './addresses.ts'
export { formatMediaType, parseAccept, parseMediaType, type MediaRange, type MediaType } from './media-type.ts'
export {
  boundaryOf, layOutMultipart, multipartType, streamMultipart, type Multipart, type Part, type StreamedPart,
} from './multipart.ts'
export { MultipartError } from './multipart-error.ts'
export { defaultMultipartLimits, readMultipart, type MultipartLimits, type ReceivedPart } from './multipart-reader.ts'
export { fromNativeXml } from './native-xml.ts'
export { planFrames, planInstance, type FramePlan, type Means } from './plan.ts'
export { longerSideWithin, parseRendering, RenderError, type RenderWish } from './rendering.ts'
export {
  parseSearch, parseSearchTerms, SearchError, tagNamed, type Search, type SearchKey, type SearchLevel, type SearchTerms, type TagPath,
} from './search.ts'
export {
  FailureReasons, storeAnswer, storeStatus, WarningReasons,
  type FailedReference, type StoredReference, type StoreOutcome,
} from './store-answer.ts'
export { defaultSyntaxOf, mediaOfSyntax, OCTET_STREAM } from './syntax-media.ts'
export { parseWadoUri, WadoUriError, type WadoUri } from './wado-uri.ts'
export { choose, isWithin, MULTIPART, suits, wishesOf, type Choice, type Offer, type Wish } from './wish.ts'
export { readXml, XmlError, type XmlElement } from './xml-reader.ts'
