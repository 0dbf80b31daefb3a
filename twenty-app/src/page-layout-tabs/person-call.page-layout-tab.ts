import { definePageLayoutTab, PageLayoutTabLayoutMode, STANDARD_PAGE_LAYOUT } from 'twenty-sdk/define';
import { derivedId } from '../derived-id.ts';
import { FRONT_COMPONENT, PERSON_CALL_TAB_ID } from '../identifiers.ts';

/**
 * The tab *Call* on a person's page: from here to a ringing line it is one more click. A tab of its own, because Twenty
 * 2.31 keeps no order of the widgets that an app puts into one tab: after an upgrade the box could stand below the list.
 */
export default definePageLayoutTab({
  universalIdentifier: PERSON_CALL_TAB_ID,
  pageLayoutUniversalIdentifier: STANDARD_PAGE_LAYOUT.personRecordPage.universalIdentifier,
  title: 'Call',
  icon: 'IconPhone',
  position: 24,
  layoutMode: PageLayoutTabLayoutMode.VERTICAL_LIST,
  widgets: [
    {
      universalIdentifier: derivedId(PERSON_CALL_TAB_ID, 'call'),
      title: 'Call',
      type: 'FRONT_COMPONENT',
      configuration: {
        configurationType: 'FRONT_COMPONENT',
        frontComponentUniversalIdentifier: FRONT_COMPONENT.callFromPage,
      },
    },
  ],
});
