import { words } from '../../../platform/kinds/words.ts'

export const helpWords = words({
  together: ['陪着接一单', 'Sold one together'],
  fitting: ['帮她进试衣间', 'Helped in the fitting room'],
  zone: ['换到人多的区', 'Moved to a busier zone'],
  pieces: ['帮她找货配搭', 'Found pieces to go with it'],
  invite: ['一起邀约老客', 'Called regulars together'],
  other: ['别的', 'Something else'],
})
export const skillWords = words({
  greet: ['迎宾开口', 'Greeting'],
  need: ['问出需求', 'Finding the need'],
  fitting: ['带试穿', 'Getting her to try on'],
  outfit: ['成套搭配', 'Whole outfits'],
  product: ['讲面料版型', 'Fabric and cut'],
  close: ['促成买单', 'Closing'],
  display: ['陈列维护', 'Display'],
  followUp: ['售后回访', 'Following up'],
})

/** Refusals of the planned day and of coaching. */
export const briefingWords = words({
  notFound: ['没有找到', 'Not found'],
  changedMeanwhile: ['刚刚有人改过，请刷新再试', 'Somebody changed this just now: please refresh'],
  textTooLong: ['太长了', 'Too long'],
  thingMissing: ['写一件今天要做的事', 'Write one thing to be done today'],
  thingTooLong: ['一件事最多 100 字', 'One thing has at most 100 characters'],
  tooManyThings: ['最多三件，多了等于没有', 'At most three: more are none'],
  dayWrong: ['日期不对', 'This is not a day'],
  dayOver: ['{day} 已经过去', '{day} is over'],
  dayAhead: ['{day} 还没到', '{day} has not come yet'],
  tooEarly: ['闭店前一小时起可以填', 'From an hour before closing on'],
  planFirst: ['先写今天的计划', 'Plan the day first'],
  nobodyThere: ['选谁在场', 'Choose who was there'],
  notHere: ['有人不在这家店', 'Somebody is not of this store'],
  othersThings: ['计划改过了，请刷新再勾', 'The plan has changed: please refresh'],
  somebodyLags: ['{names} 还落后，先帮一把', '{names}: behind, and not helped yet'],
  tooSoon: ['下午再看：现在还早', 'Look in the afternoon: it is too early to tell'],
  wordsMissing: ['写一句怎么帮的', 'Say in a few words how you helped'],
  observedMissing: ['写一句看到了什么', 'Say in a few words what you saw'],
  stepMissing: ['写一句下一步', 'Say in a few words what comes next'],
  comma: ['、', ', '],
  oneself: ['不能给自己记', 'Not for oneself'],
  notYours: ['不是给您的', 'This is not for you'],
})
