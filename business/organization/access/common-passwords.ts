/**
 * Passwords of eight characters and more that guessers try first, as the published lists of leaked passwords agree on
 * them; all in small letters. Patterns (11111111, 12345678, a date) are rules of their own.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passw0rd p@ssword p@ssw0rd pa55word password1 password12 password123 password1234 password! passw0rd1 p@ssw0rd1 p@ssw0rd123 password01
  qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 qwe12345 qweqweqwe qweasdzxc qwer1234 qwert123 qwert12345 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2
  q1w2e3r4 q1w2e3r4t5 zaq12wsx zaq1zaq1 zaq1xsw2 qazwsxedc qazwsx123 qazwsx12 asdfghjk asdfghjkl asdf1234 asd12345 asdasdasd asd123456 zxcvbnm1 zxcvbnm123 zxcvbnmm zxc12345
  1234qwer 123qweasd 123qwe123 123qwe456 12qwaszx 12345qwert 123456qwerty 1234567a 12345678a 123456789a 1234567890a 123456abc 123456aa 123456qq 12345abc 1234abcd 123abc123
  abc12345 abcd1234 abcd12345 abc123456 abcdefg1 abcdef123 abcd123456 aa123456 aaa123456 aa12345678 a1234567 a12345678 a123456789 a1b2c3d4 a1a2a3a4 q1234567 q12345678 q123456789
  qq123456 qq123456789 w123456789 z123456789 s123456789 x123456789 zz123456 zxcv1234 as123456 asd1234567 wang123456 li123456 zhang123456 liu123456 chen123456
  iloveyou iloveyou1 ilovejesus iloveyou2 loveyou1 lovelove loveme12 princess princess1 sunshine sunshine1 football football1 baseball baseball1 basketball superman superman1 batman123
  starwars pokemon1 pokemon123 michael1 michelle jennifer jessica1 jordan23 charlie1 ashley12 daniel12 andrew12 matthew1 victoria samantha elizabeth alexander christian nicholas
  whatever computer internet samsung1 samsung123 facebook facebook1 google123 microsoft linkedin dropbox123 trustno1 letmein1 letmein123 welcome1 welcome12 welcome123 welcome2024 welcome2025 welcome2026
  admin123 admin1234 admin12345 admin123456 administrator admin888 admin666 root1234 rootroot toor1234 master12 master123 manager1 manager123 guest123 guest1234 test1234 test12345 testtest testing1 testing123
  changeme changeme1 changeme123 default1 temp1234 temp12345 system123 server123 oracle123 mysql123 secret12 secret123 private1 security hello123 hello1234 helloworld hellohello
  monkey12 monkey123 dragon12 dragon123 shadow12 shadow123 killer12 killer123 hunter12 soccer12 hockey12 ginger12 summer12 summer123 summer2024 summer2025 winter12 winter2024 winter2025 spring2025 autumn2025
  freedom1 blessed1 liverpool chelsea1 arsenal1 barcelona realmadrid manchester jackson1 midnight metallica nirvana1 rockstar skywalker spiderman babygirl babygirl1 butterfly chocolate sweetheart cheesecake
  woaini520 woaini521 woaini123 woaini1314 woaini1314520 5201314520 520131400 13145200 1314520520 5211314a woaiwojia woaizhongguo woaini99 wodemima wodemima1 mima1234 mima123456 mima12345678
  taobao123 alibaba123 tencent123 weixin123 wechat123 baidu123 huawei123 xiaomi123 zhongguo zhongguo1 beijing2008 shanghai1 guangzhou hangzhou1 china123 china1234 china2008
  nihao123 nihaoma1 feichang1 buzhidao buzhidao1 tiankong1 xiaoxiao1 caonima1 caonima123 baobao123 baobei123 laopo123 laogong123 jiayou123 gongsi123 dianzhang dianzhang1 daogou123 yuangong1 yuangong123
  woaigongzuo fuzhuang1 nvzhuang1 mendian123 jingwei1 jingwei12 jingwei123 jingwei1234 jingwei2025 jingwei2026 jingwei888
  aaaa1111 abcabcabc abcdabcd 11223344 1122334455 112233445566 12121212 12312312 123123123 123321123 12341234 123454321 12344321 1234512345 123654789 147258369 159357456 159753852
  321321321 456456456 741852963 789456123 789789789 963852741 987654321a 31415926 314159265 88888888a 66668888 88886666 66666666a 51888888 16888888 13800138000 01234567 012345678 10203040 98765432
  11111111a a11111111 00000000a aaaaaaaa1 qwertyuiop1 qwertyuiop123 mnbvcxz1 poiuytrewq lkjhgfdsa 0987654321 09876543 1029384756 6yhn7ujm 5tgb6yhn 3edc4rfv 2wsx3edc`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
