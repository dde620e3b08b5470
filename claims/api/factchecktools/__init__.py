"""The interface of Google's Fact Check Tools (factchecktools/v1alpha1) over what this site has published.

A program that was written for Google's service reads this one when it is given another base address, and finds the
reviews of our desk and of every other whose reviews are kept here. The contract is Google's discovery document: names,
empty answers (`{}`), pages, errors and the parameters that every method takes. What goes beyond it, contradictions
above all, is in /api/v1/ and not here: a strict client stops at a key that it does not know.

Where we differ: reading needs no key and no OAuth; pages are written with a key of ours whose scope is `desk`, and only
those of other desks; what was taken off its page is not put back by the same words; a search leads to `paging.MOST`
results and no further; there is no search by image.
"""
