import { words } from '../../platform/kinds/words.ts'
import { sharedWords } from '../organization/words.ts'

export const goodsWords = words({
  ...sharedWords,
  codeTaken: ['款号 {code} 已经属于另一个款', 'The style code {code} belongs to another style'],
  barcodeTaken: ['条码 {barcode} 已经属于款 {style}', 'The barcode {barcode} belongs to style {style}'],
  barcodeTwice: ['条码 {barcode} 填了两次', 'The barcode {barcode} is entered twice'],
  barcodeForm: ['条码是 4 到 40 个字母、数字或符号', 'A barcode is 4 to 40 letters, digits or signs'],
  skuTwice: ['{color} {size} 填了两次', '{color} {size} is entered twice'],
  skuElsewhere: [
    '颜色尺码 {color} {size} 的编号属于另一个款，请刷新后再存',
    '{color} {size} carries the id of another style’s SKU; refresh and save again',
  ],
  priceInPast: [
    '{day} 已经过去，那天的吊牌价不能再改；请从今天（{today}）起改',
    '{day} has passed and its tag price stands; change it from today ({today}) on',
  ],
  priceTwice: ['{day} 填了两个价格', 'Two prices are given for {day}'],
  swatchForm: ['色样写成 #RRGGBB', 'A swatch is written #RRGGBB'],
  pointsLong: ['卖点最多 600 字', 'Selling points are 600 letters at most'],
  pictureForm: ['图片只能是本站的地址或小图', 'A picture is an address on this site or a small image'],
})
