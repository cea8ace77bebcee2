/**
 * Speculation rules: browsers that know them fetch a page of the site as soon as a pointer rests on a link to
 * it. Files such as feeds are left out. The text is the same on all pages, so that one hash allows it.
 */
export const speculationRules = JSON.stringify({
  prefetch: [
    {
      where: { and: [{ href_matches: '/*' }, { not: { href_matches: '/*.*' } }] },
      eagerness: 'moderate',
    },
  ],
});
