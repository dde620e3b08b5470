// Reads a site through Google's client for Fact Check Tools and prints what it found, then writes a page there.
// Usage: node factchecktools.mjs URL KEY, where the key is one of the site's own that may import.
import { auth, factchecktools } from "@googleapis/factchecktools";

const tools = factchecktools({ version: "v1alpha1", auth: "a key of Google's", rootUrl: process.argv[2] });

async function errorOf(request) {
  try {
    await request;
  } catch (error) {
    return [error.response.status, error.response.data.error.status];
  }
  return null;
}

const texts = [];
let pagesOfSearch = 0;
let pageToken;
do {
  const { data } = await tools.claims.search({ query: "Arlen", languageCode: "en-US", pageSize: 1, pageToken });
  texts.push(...data.claims.map((claim) => claim.text));
  pageToken = data.nextPageToken;
  pagesOfSearch += 1;
} while (pageToken);

const nothing = (await tools.claims.search({ query: "zeppelin" })).data;
const ofSite = await tools.claims.search({ reviewPublisherSiteFilter: "fakten.example.org" });
const desks = ofSite.data.claims.flatMap((claim) => claim.claimReview.map((review) => review.publisher.name));
const [listed] = (await tools.pages.list({ organization: "fakten.example.org" })).data.claimReviewMarkupPages;
const page = (await tools.pages.get({ name: listed.name })).data;
const requestBody = { pageUrl: "https://fakten.example.org/a" };
const errors = {
  search: await errorOf(tools.claims.search({})),
  get: await errorOf(tools.pages.get({ name: "pages/0" })),
  create: await errorOf(tools.pages.create({ requestBody })),
  update: await errorOf(tools.pages.update({ name: listed.name, requestBody })),
  delete: await errorOf(tools.pages.delete({ name: listed.name })),
};

const desk = new auth.OAuth2();
desk.setCredentials({ access_token: process.argv[3] });
const mine = factchecktools({ version: "v1alpha1", auth: desk, rootUrl: process.argv[2] });
const pageUrl = "https://other.example.org/tower";
const markup = (textualRating) => ({ claimReviewed: "The tower at Arlen leans", rating: { textualRating } });
const claimReviewAuthor = { name: "Other desk" };
const of = (rating) => ({
  requestBody: { pageUrl, publishDate: "2026-01-02", claimReviewAuthor, claimReviewMarkups: [markup(rating)] },
});
const created = (await mine.pages.create(of("False"))).data;
const again = (await mine.pages.create(of("False"))).data;
const { data: read } = await mine.pages.get({ name: created.name });
read.claimReviewMarkups[0].rating.textualRating = "True";
const updated = (await mine.pages.update({ name: read.name, requestBody: read })).data;
const stale = await errorOf(mine.pages.update({ name: read.name, requestBody: read }));
const deleted = (await mine.pages.delete({ name: created.name })).data;
const written = { created, again, updated, stale, deleted, gone: await errorOf(mine.pages.get({ name: created.name })) };
console.log(JSON.stringify({ texts, pagesOfSearch, nothing, desks, listed, page, errors, written }));
