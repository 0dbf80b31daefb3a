import { definePageLayout, PageLayoutTabLayoutMode } from 'twenty-sdk/define';
import { derivedId } from '../derived-id.ts';
import { CALL_CHARTS_ID } from '../identifiers.ts';
import { CALL_CHARTS } from './parts/call-charts.ts';
import { CALL_FIGURES } from './parts/call-figures.ts';
import { DAILY_CHARTS } from './parts/daily-charts.ts';

export default definePageLayout({
  universalIdentifier: CALL_CHARTS_ID,
  name: 'Call charts',
  type: 'STANDALONE_PAGE',
  tabs: [
    {
      universalIdentifier: derivedId(CALL_CHARTS_ID, 'tab'),
      title: 'Calls',
      icon: 'IconChartBar',
      position: 0,
      layoutMode: PageLayoutTabLayoutMode.GRID,
      widgets: [...CALL_FIGURES, ...DAILY_CHARTS, ...CALL_CHARTS],
    },
  ],
});
