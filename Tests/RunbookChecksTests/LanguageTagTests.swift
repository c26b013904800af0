import RunbookChecks
import Testing

@Suite struct LanguageTagTests {
  @Test(arguments: [
    "en", "de-CH", "zh-Hant", "zh-Hant-TW", "sr-Latn-RS", "es-419", "sl-rozaj-biske", "de-CH-1901",
    "zh-cmn-Hans-CN", "en-US-u-ca-gregory-x-twain", "de-x-phonebk", "x-whatever", "i-klingon",
    "EN-us", "hy-Latn-IT-arevela", "en-a-myext-b-another", "fil",
  ])
  func wellFormed(_ tag: String) { #expect(LanguageTag.isSound(tag)) }

  @Test(arguments: [
    "", "e", "en_US", "en-", "-en", "en--US", "english", "deutsch", "en US", "de-419-DE", "en-x",
    "en-u", "en-u-x-a", "ar-a-aaa-b-bbb-a-ccc", "de-1901-1901", "en-abcdefghi", "12", "e1", "\"><b",
    "en-ü", "x", "de-DE-DE", "none",
  ])
  func wrong(_ tag: String) { #expect(!LanguageTag.isSound(tag)) }
}
