// Reads a site through Google's client for Fact Check Tools and prints what it found. Usage: node factchecktools.mjs URL
import { factchecktools } from "@googleapis/factchecktools";

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
console.log(JSON.stringify({ texts, pagesOfSearch, nothing, desks, listed, page, errors }));
