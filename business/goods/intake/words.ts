import { words } from '../../../platform/kinds/words.ts'

/** Why a row of a goods file is returned, and what to do about it. */
export const goodsIntakeWords = words({
  styleMissing: [
    '没有款号，不知道是哪一款',
    'There is no style code, so it is not known which style this is',
  ],
  noteRow: ['这一行是说明文字，不是货品，没有导入', 'This row is a note and no article; it was not imported'],
  styleForm: [
    '“{value}”不像款号：最多 30 个字，不能有换行',
    '"{value}" is no style code: at most 30 characters, on one line',
  ],
  barcodeLost: [
    '条码“{value}”被表格软件写成了科学计数，后面的数字已经丢失；请把这一列设为文本，从系统里重新导出',
    'The barcode "{value}" was turned into scientific notation and its last digits are lost; set the column to text and export it again',
  ],
  barcodeUnreadable: [
    '条码“{value}”不对：应是 4 到 40 个字母、数字或符号',
    'The barcode "{value}" is none: 4 to 40 letters, digits or signs are expected',
  ],
  barcodeOfAnother: [
    '条码 {barcode} 在账上属于款 {style} 的另一个颜色尺码',
    'The barcode {barcode} belongs to another colour or size, of style {style}',
  ],
  barcodeAgain: [
    '条码 {barcode} 在第 {first} 行已给了另一个颜色尺码',
    'The barcode {barcode} was given to another colour or size in row {first}',
  ],
  barcodeDiffers: [
    '这个颜色尺码的条码是 {known}，文件里写的是 {barcode}；一个颜色尺码只有一个条码',
    'This colour and size has the barcode {known}, the file says {barcode}; each has one',
  ],
  pieceAgain: [
    '与第 {first} 行是同一个颜色尺码，条码却不同（{barcode}）',
    'The same colour and size as row {first}, but with another barcode ({barcode})',
  ],
  priceDiffers: [
    '同一款的吊牌价写得不一：多数行是 {most}，这一行是 {value}；请核对后再传这一行',
    'The tag prices of this style differ: most rows say {most}, this one {value}; check it and upload the row again',
  ],
  dayOfLaunch: [
    '上市日期“{value}”认不出；请写成 2026-01-31',
    'The day of launch "{value}" cannot be read; write it as 2026-01-31',
  ],
  priceUnreadable: ['价格“{value}”不是金额', 'The price "{value}" is not an amount'],
  sizeTooLong: ['尺码“{value}”太长，最多 12 个字', 'The size "{value}" is too long: at most 12 characters'],
})
