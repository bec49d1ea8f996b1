import { expect, test } from 'vitest';
import { parseDigest } from '../../../src/digest/parse.ts';
import type { ParsedDigest } from '../../../src/digest/model.ts';
import { emphasisBegins, emphasisEnds } from '../../../src/text/emphasis.ts';

const sections = `BACKGROUND: Bitterns left.\n\nRESULTS: They are back (${emphasisBegins('em')}p${emphasisEnds('em')} < 0.05).`;

const read = (text: string): ParsedDigest => parseDigest({ file: 'f', text });

const pubmed = `<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">
<PubmedArticleSet>
  <PubmedArticle>
    <MedlineCitation Status="MEDLINE" Owner="NLM">
      <PMID Version="1">31000001</PMID>
      <Article PubModel="Print">
        <Journal><Title>Annals of Reeds</Title>
          <JournalIssue><PubDate><Year>2019</Year><Month>Jul</Month><Day>04</Day></PubDate></JournalIssue></Journal>
        <ArticleTitle>Reed beds &amp; CO<sub>2</sub>: the <i>bittern</i> returns.</ArticleTitle>
        <ELocationID EIdType="pii" ValidYN="Y">S1</ELocationID>
        <ELocationID EIdType="doi" ValidYN="Y">10.1000/Reed.2019</ELocationID>
        <Abstract>
          <AbstractText Label="BACKGROUND" NlmCategory="BACKGROUND">Bitterns left.</AbstractText>
          <AbstractText Label="RESULTS">They are back (<i>p</i> &lt; 0.05).</AbstractText>
          <CopyrightInformation>Nobody.</CopyrightInformation>
        </Abstract>
        <AuthorList CompleteYN="Y">
          <Author ValidYN="Y"><LastName>Quill</LastName><ForeName>Rosamund T</ForeName><Initials>RT</Initials>
            <AffiliationInfo><Affiliation>Marsh.</Affiliation></AffiliationInfo></Author>
          <Author ValidYN="Y"><LastName>Pike</LastName><Initials>J</Initials><Suffix>Jr</Suffix></Author>
          <Author ValidYN="Y"><CollectiveName>Marsh Survey Group</CollectiveName></Author>
        </AuthorList>
      </Article>
    </MedlineCitation>
    <PubmedData><ArticleIdList><ArticleId IdType="pubmed">31000001</ArticleId></ArticleIdList>
      <ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1000/cited</ArticleId></ArticleIdList></Reference></ReferenceList>
    </PubmedData>
  </PubmedArticle>
  <PubmedArticle>
    <MedlineCitation><PMID>31000002</PMID><Article>
      <Journal><JournalIssue><PubDate><MedlineDate>2018 Jan-Feb</MedlineDate></PubDate></JournalIssue></Journal>
      <ArticleTitle>What herons eat.</ArticleTitle>
      <Abstract><AbstractText Label="UNLABELLED">Fish.</AbstractText></Abstract>
    </Article></MedlineCitation>
  </PubmedArticle>
</PubmedArticleSet>
`;

test('PubMed', () => {
  const { format, papers, problems, fields, lines } = read(pubmed);
  expect(format).toBe('pubmed-xml');
  expect(problems).toEqual([]);
  expect(papers).toEqual([
    {
      title: 'Reed beds & CO₂: the bittern returns',
      abstract: sections,
      notation: 'plain',
      facts: {
        doi: '10.1000/reed.2019',
        authors: ['Rosamund T Quill', 'J Pike Jr', 'Marsh Survey Group'],
        published: '2019-07-04',
        venue: 'Annals of Reeds',
        links: [{ label: 'PubMed', url: 'https://pubmed.ncbi.nlm.nih.gov/31000001/' }],
      },
      lines: [4, 29],
      record: 1,
    },
    {
      title: 'What herons eat',
      abstract: 'Fish.',
      notation: 'plain',
      facts: {
        published: '2018-01',
        links: [{ label: 'PubMed', url: 'https://pubmed.ncbi.nlm.nih.gov/31000002/' }],
      },
      lines: [30, 36],
      record: 2,
    },
  ]);
  expect(lines.map(({ kind }) => kind).filter((kind) => kind !== 'record')).toEqual([
    'banner',
    'banner',
    'banner',
    'footer',
  ]);
  const used = new Map(fields?.map(({ field, used: isUsed }) => [field, isUsed]));
  expect(used.get('MedlineCitation.Article.AuthorList.Author.LastName')).toBe(true);
  expect(used.get('MedlineCitation.Article.AuthorList.Author.AffiliationInfo.Affiliation')).toBe(
    false,
  );
});

test('a file that ends inside a record gives what is complete of it', () => {
  const cut = read(pubmed.slice(0, pubmed.indexOf('sh.</AbstractText>')));
  expect(cut.papers.map(({ title, abstract }) => [title, abstract])).toEqual([
    ['Reed beds & CO₂: the bittern returns', sections],
    ['What herons eat', undefined],
  ]);
  expect(cut.problems.map(({ code, where }) => [code, where.line])).toEqual([
    ['digest/cut-off', 34],
  ]);
  const early = read(pubmed.slice(0, pubmed.indexOf('at herons')));
  expect(early.papers).toHaveLength(1);
  expect(early.problems).toHaveLength(1);
  expect(early.problems[0]?.what).toContain('record 2 has no title');
});

test('EndNote', () => {
  const style = (text: string): string =>
    `<style face="normal" font="default" size="100%">${text}</style>`;
  const { format, papers, problems } = read(
    `<?xml version="1.0" encoding="UTF-8" ?><xml><records><record><database name="a.enl" path="a.enl">a.enl</database><ref-type name="Journal Article">17</ref-type><contributors><authors><author>${style('Quill, Rosamund T.')}</author><author>${style('Marsh Survey,')}</author></authors><secondary-authors><author>${style('Roe, Kim')}</author></secondary-authors></contributors><titles><title>${style('Reed beds and CO')}<style face="subscript" font="default" size="100%">2</style>${style(' in marshes')}</title><secondary-title>${style('Annals of Reeds')}</secondary-title></titles><dates><year>${style('2019')}</year><pub-dates><date>${style('Jul 4')}</date></pub-dates></dates><abstract>${style('Bitterns left.&#xD;&#xD;They are back.')}</abstract><urls><related-urls><url>${style('https://arxiv.org/abs/1907.00001')}</url></related-urls></urls><electronic-resource-num>${style('https://doi.org/10.1000/Reed.2019')}</electronic-resource-num></record><record><titles><title>What herons eat</title></titles></record></records></xml>`,
  );
  expect(format).toBe('endnote-xml');
  expect(problems).toEqual([]);
  expect(papers).toMatchObject([
    {
      title: 'Reed beds and CO₂ in marshes',
      abstract: 'Bitterns left.\n\nThey are back.',
      facts: {
        arxiv: '1907.00001',
        doi: '10.1000/reed.2019',
        authors: ['Rosamund T. Quill', 'Marsh Survey'],
        published: '2019-07-04',
        venue: 'Annals of Reeds',
      },
    },
    { title: 'What herons eat', facts: {} },
  ]);
});

const oai = (records: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">\n<responseDate>2019-07-05T00:00:00Z</responseDate>\n<ListRecords>\n${records}\n<resumptionToken>12|34</resumptionToken>\n</ListRecords>\n</OAI-PMH>\n`;

test('OAI-PMH: records of arXiv, raw ones, deleted ones', () => {
  const { format, papers, problems, lines } = read(
    oai(`<record><header><identifier>oai:arXiv.org:1907.00001</identifier></header><metadata>
 <arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>1907.00001</id><created>2019-07-01</created><updated>2019-09-02</updated><authors><author><keyname>Quill</keyname><forenames>Rosamund T.</forenames><affiliation>Marsh</affiliation></author><author><keyname>Pike</keyname><forenames>J.</forenames><suffix>Jr</suffix></author></authors><title>Reed beds and
  $k$-means</title><categories>q-bio.PE stat.ML</categories><comments>12 pages, accepted</comments><journal-ref>Ann. Reeds 3 (2019)</journal-ref><license>http://a.example/</license><abstract>  Bitterns left
the marshes.
  They are back in
numbers.
</abstract></arXiv></metadata></record>
<record><header status="deleted"><identifier>oai:arXiv.org:1907.00002</identifier></header></record>
<record><header><identifier>oai:arXiv.org:math/9907003</identifier></header><metadata>
 <arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>math/9907003</id><submitter>Jo Pike</submitter><version version="v1"><date>Thu, 1 Jul 1999 10:00:00 GMT</date></version><version version="v2"><date>Fri, 2 Jul 1999 10:00:00 GMT</date></version><title>What herons eat</title><authors>Jo Pike (Marsh) and Kim Roe</authors><categories>math.CO</categories></arXivRaw></metadata></record>`),
  );
  expect(format).toBe('oai-pmh');
  // The deleted paper's id is no paper's here, and is told.
  expect(problems).toMatchObject([{ code: 'digest/unplaced-id', where: { line: 12 } }]);
  expect(problems[0]?.what).toContain('arXiv 1907.00002');
  expect(papers).toMatchObject([
    {
      title: 'Reed beds and $k$-means',
      abstract: 'Bitterns left the marshes.\n\nThey are back in numbers.',
      notation: 'tex',
      facts: {
        arxiv: '1907.00001',
        authors: ['Rosamund T. Quill', 'J. Pike Jr'],
        published: '2019-07-01',
        updated: '2019-09-02',
        venue: 'Ann. Reeds 3 (2019)',
        categories: ['q-bio.PE', 'stat.ML'],
        comment: '12 pages, accepted',
      },
      lines: [5, 11],
    },
    {
      title: 'What herons eat',
      facts: {
        arxiv: 'math/9907003',
        authors: ['Jo Pike', 'Kim Roe'],
        published: '1999-07-01',
        updated: '1999-07-02',
      },
      lines: [13, 14],
    },
  ]);
  expect(lines[11]).toEqual({
    kind: 'meta',
    reason: 'meta: a record that its repository has deleted',
  });
  expect(lines[14]?.kind).toBe('footer');
});

test('OAI-PMH: Dublin Core', () => {
  const { papers, problems } = read(
    oai(`<record><header><identifier>oai:marsh.example:article/7</identifier></header><metadata><oai_dc:dc xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title xml:lang="en">Reed beds and the return of the bittern</dc:title><dc:creator>Quill, Rosamund T.</dc:creator><dc:creator>Pike, J.</dc:creator>
<dc:description>Bitterns left the marshes.</dc:description><dc:description>Comment: 12 pages</dc:description>
<dc:date>2021-02-03T10:00:00Z</dc:date><dc:date>2019-07-04</dc:date>
<dc:source>1234-5678</dc:source><dc:source>Annals of Reeds; Vol. 3 No. 7 (2019); 11-29</dc:source>
<dc:identifier>https://marsh.example/article/7</dc:identifier><dc:identifier>doi:10.1000/reed.2019</dc:identifier></oai_dc:dc></metadata></record>`),
  );
  expect(problems).toEqual([]);
  expect(papers).toMatchObject([
    {
      title: 'Reed beds and the return of the bittern',
      abstract: 'Bitterns left the marshes.',
      notation: 'plain',
      facts: {
        doi: '10.1000/reed.2019',
        authors: ['Rosamund T. Quill', 'J. Pike'],
        published: '2019-07-04',
        venue: 'Annals of Reeds',
        comment: '12 pages',
        links: [{ label: 'Link', url: 'https://marsh.example/article/7' }],
      },
    },
  ]);
});

test('MODS', () => {
  const { format, papers, problems } = read(`<?xml version="1.0" encoding="UTF-8"?>
<mods:modsCollection xmlns:mods="http://www.loc.gov/mods/v3">
<mods:mods ID="quill-2019">
  <mods:titleInfo><mods:nonSort>The</mods:nonSort><mods:title>Return of the Bittern</mods:title><mods:subTitle>Twelve Marshes</mods:subTitle></mods:titleInfo>
  <mods:titleInfo type="abbreviated"><mods:title>Bittern</mods:title></mods:titleInfo>
  <mods:name type="personal"><mods:namePart type="given">Rosamund</mods:namePart><mods:namePart type="given">T.</mods:namePart><mods:namePart type="family">Quill</mods:namePart><mods:role><mods:roleTerm type="text">author</mods:roleTerm></mods:role></mods:name>
  <mods:name><mods:namePart>Pike, Jo</mods:namePart></mods:name>
  <mods:name><mods:namePart type="family">Roe</mods:namePart><mods:role><mods:roleTerm>editor</mods:roleTerm></mods:role></mods:name>
  <mods:originInfo><mods:dateIssued>2019-07</mods:dateIssued></mods:originInfo>
  <mods:relatedItem type="host"><mods:titleInfo><mods:title>Third Heron Conference</mods:title></mods:titleInfo></mods:relatedItem>
  <mods:abstract>Bitterns left the marshes.</mods:abstract>
  <mods:identifier type="citekey">quill-2019</mods:identifier><mods:identifier type="doi">10.1000/reed.2019</mods:identifier>
  <mods:location><mods:url>https://marsh.example/7</mods:url></mods:location>
</mods:mods>
</mods:modsCollection>
`);
  expect(format).toBe('mods');
  expect(problems).toEqual([]);
  expect(papers).toEqual([
    {
      title: 'The Return of the Bittern: Twelve Marshes',
      abstract: 'Bitterns left the marshes.',
      notation: 'plain',
      facts: {
        doi: '10.1000/reed.2019',
        authors: ['Rosamund T. Quill', 'Jo Pike'],
        published: '2019-07',
        venue: 'Third Heron Conference',
        links: [{ label: 'Link', url: 'https://marsh.example/7' }],
      },
      lines: [3, 14],
      record: 1,
    },
  ]);
});

test('Zotero RDF', () => {
  const { format, papers, problems, lines } = read(`<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#">
    <rdf:Description rdf:about="http://arxiv.org/abs/1907.00001">
        <z:itemType>preprint</z:itemType>
        <bib:authors><rdf:Seq>
            <rdf:li><foaf:Person><foaf:surname>Quill</foaf:surname><foaf:givenName>Rosamund T.</foaf:givenName></foaf:Person></rdf:li>
            <rdf:li><foaf:Person><foaf:surname>Marsh Survey Group</foaf:surname></foaf:Person></rdf:li>
        </rdf:Seq></bib:authors>
        <link:link rdf:resource="#item_3"/>
        <dc:subject><z:AutomaticTag><rdf:value>q-bio.PE</rdf:value></z:AutomaticTag></dc:subject>
        <dc:title>Reed beds and the return of the bittern</dc:title>
        <dcterms:abstract>Bitterns left
the marshes.</dcterms:abstract>
        <dc:date>2019-07-01</dc:date>
        <dc:description>arXiv:1907.00001 [q-bio] Comment: 12 pages</dc:description>
        <dc:identifier><dcterms:URI><rdf:value>http://arxiv.org/abs/1907.00001</rdf:value></dcterms:URI></dc:identifier>
    </rdf:Description>
    <z:Attachment rdf:about="#item_3">
        <z:itemType>attachment</z:itemType>
        <dc:title>Full Text PDF</dc:title>
    </z:Attachment>
    <bib:Article rdf:about="#item_4">
        <z:itemType>journalArticle</z:itemType>
        <dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/>
        <dc:title>What herons eat</dc:title>
        <dc:date>July 4, 2018</dc:date>
        <dc:identifier>DOI 10.1000/heron</dc:identifier>
    </bib:Article>
    <bib:Article rdf:about="https://marsh.example/eggs">
        <z:itemType>journalArticle</z:itemType>
        <dcterms:isPartOf><bib:Journal><dc:title>Eggs Today</dc:title><dc:identifier>DOI 10.1000/eggs</dc:identifier></bib:Journal></dcterms:isPartOf>
        <dc:title>Eggs</dc:title>
    </bib:Article>
    <bib:Journal rdf:about="urn:issn:1234-5678">
        <dc:title>Annals of Reeds</dc:title>
    </bib:Journal>
    <z:Collection rdf:about="#collection_1"><dc:title>Birds</dc:title></z:Collection>
</rdf:RDF>
`);
  expect(format).toBe('zotero-rdf');
  expect(problems).toEqual([]);
  expect(papers).toEqual([
    {
      title: 'Reed beds and the return of the bittern',
      abstract: 'Bitterns left the marshes.',
      notation: 'plain',
      facts: {
        arxiv: '1907.00001',
        authors: ['Rosamund T. Quill', 'Marsh Survey Group'],
        published: '2019-07-01',
        categories: ['q-bio.PE'],
        comment: '12 pages',
      },
      lines: [4, 18],
      record: 1,
    },
    {
      title: 'What herons eat',
      notation: 'plain',
      facts: { doi: '10.1000/heron', published: '2018-07-04', venue: 'Annals of Reeds' },
      lines: [23, 29],
      record: 2,
    },
    {
      title: 'Eggs',
      notation: 'plain',
      facts: {
        doi: '10.1000/eggs',
        venue: 'Eggs Today',
        links: [{ label: 'Link', url: 'https://marsh.example/eggs' }],
      },
      lines: [30, 34],
      record: 3,
    },
  ]);
  expect(lines[19]?.reason).toBe("meta: Zotero's attachment");
});
