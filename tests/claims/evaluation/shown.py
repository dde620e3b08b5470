"""The scores of a report as numbers, for the tests that compare them."""

from claims.evaluation.report import Report


def scores(report: Report) -> dict[str, dict[str, float]]:
    """For each system its scores, without those that it does not give."""
    return {
        row.system: {name: float(score) for name, score in row.scores.items() if score is not None}
        for row in report.rows
    }
