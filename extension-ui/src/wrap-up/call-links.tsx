import { useQuery } from '@tanstack/react-query';
import { type CallReport, CompanyId, OpportunityId, PersonId } from '@twenty-dialer/contract';
import { useState } from 'react';
import { useServices } from '../app/services.ts';
import type { Links } from '../dialer/call-machine.ts';
import { OwnerChoice } from '../dialer/owner-choice.tsx';
import { useDesk } from '../dialer/use-dialer.ts';
import { PersonField } from '../history/person-field.tsx';
import { LinkField } from './link-field.tsx';
import { NewPerson } from './new-person.tsx';
import '../history/call-page.css';
import './call-links.css';

/** Who was called, and what it was about, where the rep wants to say so: nothing of it has to be said to save. */
export default function CallLinks({ report }: { report: CallReport }) {
  const { dialer } = useDesk();
  const { client } = useServices();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const { personId, companyId, opportunityId } = report;
  const number = report.direction === 'inbound' ? report.from : report.to;
  const owning = useQuery({
    queryKey: ['owners', number],
    queryFn: () => client.numberOwners(number ?? report.to),
    enabled: number !== null,
  });
  const owners = owning.data?.owners ?? [];
  const person = useQuery({
    queryKey: ['person', personId],
    queryFn: () => client.getPerson(personId ?? ''),
    enabled: personId !== null,
  }).data;
  const link = (links: Links) => dialer.link(links);
  const choosePerson = (chosen: { id: string; name: string; companyId?: string | null } | null) =>
    link({
      personId: chosen === null ? null : PersonId.parse(chosen.id),
      personName: chosen?.name ?? null,
      isNobody: chosen === null,
      // The company was the former person's, unless the rep chose another one.
      ...(companyId === null || companyId === person?.companyId
        ? { companyId: chosen?.companyId ? CompanyId.parse(chosen.companyId) : null }
        : {}),
    });
  const nameOfCompany =
    companyId === null
      ? null
      : (names.get(companyId) ?? (person?.companyId === companyId ? person.companyName : 'Company'));
  const keepName = ({ id, name }: { id: string; name: string }) => setNames(new Map(names).set(id, name));

  return (
    <section className="call-links" aria-label="Linked to">
      {owners.length > 1 || (owners.length === 1 && personId === null) ? (
        <OwnerChoice
          owners={owners}
          chosen={report.isNobody ? 'nobody' : personId}
          onChoose={(choice) =>
            choosePerson(owners.find(({ person: { id } }) => id === choice)?.person ?? null)
          }
        />
      ) : null}
      <PersonField
        person={personId === null ? null : { id: personId, name: report.personName ?? 'Person in Twenty' }}
        onPerson={choosePerson}
      />
      {personId === null && number !== null ? (
        <NewPerson callId={report.callId} number={number} onMade={choosePerson} />
      ) : null}
      <LinkField
        label="Company"
        now={nameOfCompany}
        find={async (search) => (await client.companies(search)).companies}
        findKey={['companies']}
        onPick={(company) => {
          if (company !== null) keepName(company);
          link({ companyId: company === null ? null : CompanyId.parse(company.id) });
        }}
      />
      <LinkField
        label="Opportunity"
        now={opportunityId === null ? null : (names.get(opportunityId) ?? 'Opportunity')}
        find={async (search) => {
          const of = { personId: personId ?? undefined, companyId: companyId ?? undefined };
          const { opportunities } = await client.opportunities({ search, ...of });
          return opportunities.map(({ id, name, companyName }) => ({ id, name, more: companyName }));
        }}
        findKey={['opportunities', personId, companyId]}
        onPick={(opportunity) => {
          if (opportunity !== null) keepName(opportunity);
          link({ opportunityId: opportunity === null ? null : OpportunityId.parse(opportunity.id) });
        }}
      />
    </section>
  );
}
