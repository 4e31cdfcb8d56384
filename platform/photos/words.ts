import { words } from '../kinds/words.ts'

/** Why a photograph is not taken in. */
export const photoWords = words({
  photoMissing: ['没有收到照片，请再拍一张', 'No photo came in: please take it again'],
  photoTooLarge: ['照片太大，请再拍一张', 'The photo is too large: please take it again'],
  photoTooSmall: [
    '照片太小，看不清，请再拍一张',
    'The photo is too small to see anything: please take it again',
  ],
  notAPicture: [
    '这不是能打开的照片，请用 JPEG、PNG 或 WebP',
    'This is not a photo that can be opened: it must be JPEG, PNG or WebP',
  ],
  photoGone: [
    '照片已不在（七天没交或已用在别处），请再拍一张',
    'The photo is not there any more (not handed in for seven days, or used elsewhere): please take it again',
  ],
  photoIdTaken: ['这张照片已经传过', 'This photo was sent already'],
  photoNotFound: ['没有找到照片', 'There is no such photo'],
})
