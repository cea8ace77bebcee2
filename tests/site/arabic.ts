/** Words of the interface that visitors see most, in Arabic. */
const known: Record<string, string> = {
  // Western digits, and a week that begins on Saturday.
  locale: 'ar-DZ',
  'amount.display': 'code',
  'action.menu': 'القائمة',
  'action.schedule': 'عرض كل الأسابيع',
  'action.skip': 'انتقل إلى المحتوى',
  'action.takePart': 'كيف تشارك',
  'calendar.title': '{name}: {title}',
  'editions.current': 'الدورة الحالية',
  'editions.older': 'تقرأ عن {title}. الدورة الحالية هي {current}.',
  'editions.title': 'الدورات',
  'event.attendance.in-person': 'حضوريا',
  'event.attendance.online': 'عبر الإنترنت',
  'calendar.shift.earlier': '، أي أبكر بعدد {hours, plural, one {ساعة} other {# ساعات}} للجميع',
  'calendar.shift.later': '، أي متأخرا بعدد {hours, plural, one {ساعة} other {# ساعات}} للجميع',
  'event.count': '{count, plural, one {فعالية واحدة} two {فعاليتان} few {# فعاليات} other {# فعالية}}',
  'event.kind': 'فعالية',
  'event.zone': '{zone} ({offset})',
  'home.audience': 'لمن',
  'home.cost': 'التكلفة',
  'home.format': 'كيف',
  'home.when': 'متى',
  'map.event': '{title}، {dates}',
  'map.stop': '{name}، {dates}: {title}',
  'nav.calendar': 'التقويم',
  'nav.language': 'اللغة',
  'nav.partners': 'الشركاء',
  'nav.prizes': 'الجوائز',
  'nav.schedule': 'الجدول',
  'nav.search': 'بحث',
  'nav.topics': 'المواضيع',
  'event.people': '{count, plural, one {متحدث} other {متحدثون}}',
  'phase.count': '{count, plural, one {مرحلة واحدة} two {مرحلتان} few {# مراحل} other {# مرحلة}}',
  'phase.name': 'المرحلة {number}',
  'phase.numeral': '{number}',
  'prize.rank': 'المركز {rank}',
  'prizes.intro': '{state, select, ended {جوائز عام {year}} other {الجوائز}}',
  'schedule.title': 'الجدول',
  'schedule.view.list': 'قائمة',
  'schedule.view.month': 'شهر',
  'schedule.view.table': 'جدول',
  'search.other':
    '{count, plural, one {نتيجة واحدة} two {نتيجتان} few {# نتائج} other {# نتيجة}} ({language})',
  'search.results': '{count, plural, one {نتيجة واحدة} two {نتيجتان} few {# نتائج} other {# نتيجة}}',
  'status.cancelled': 'ملغى',
  'status.draft': 'مسودة: ليست في الموقع المنشور',
  'status.postponed': 'مؤجل',
  'topic.count': '{count, plural, one {موضوع واحد} two {موضوعان} few {# مواضيع} other {# موضوعا}}',
  'week.break': 'عطلة',
  'week.count': '{count, plural, one {أسبوع واحد} two {أسبوعان} few {# أسابيع} other {# أسبوعا}}',
  'week.name': 'المرحلة {number}، الأسبوع {week}',
  'week.short': 'الأسبوع {week}',
};

const latin = 'abcdefghijklmnopqrstuvwxyz';
const arabic = 'ابتدهفجحيقكلمنوثرسطعذخشصغز';

/**
 * A catalogue for a third language: real Arabic for what is seen most, and Arabic letters in place of the English
 * ones for the rest, so that a word of English on an Arabic page is a word that came from no catalogue. What
 * stands in braces stays.
 * @throws if a message with plurals is not among the known ones: its words cannot be told from its syntax
 */
export function arabicCatalogue(english: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(english).map(([key, message]) => {
    if (/\{[^}]*\{/.test(message) && !(key in known)) throw new Error(`Write "${key}" in Arabic: ${message}`);
    return [key, known[key] ?? message.replaceAll(/\{[^}]*\}|[^{}]+/g, spellArabic)] as const;
  });
  return Object.fromEntries(entries);
}

/** Latin letters as Arabic ones, one for one; a place in braces as it is. */
function spellArabic(part: string): string {
  if (part.startsWith('{')) return part;
  return part.toLowerCase().replaceAll(/[a-z]/g, (letter) => arabic[latin.indexOf(letter)] ?? letter);
}
