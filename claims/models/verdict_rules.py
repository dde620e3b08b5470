"""What the database itself holds a verdict to, for every way of writing to it."""

import pgtrigger

from claims.models.merging import update_of


def frozen_once_submitted(sentence: str) -> pgtrigger.Trigger:
    """The trigger that keeps what belongs to a verdict as it is from its submission on, and refuses with `sentence`."""
    return pgtrigger.Trigger(
        name="frozen_once_submitted",
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        when=pgtrigger.Before,
        declare=[("concerned", "bigint[]")],
        func="""
                    concerned := ARRAY[
                        CASE WHEN TG_OP <> 'INSERT' THEN OLD.verdict_id END,
                        CASE WHEN TG_OP <> 'DELETE' THEN NEW.verdict_id END
                    ];
                    -- Waits for a publication under way, whose outcome the next statement sees.
                    PERFORM 1 FROM claims_verdict WHERE id = ANY(concerned) ORDER BY id FOR NO KEY UPDATE;
                    IF EXISTS (
                        SELECT 1 FROM claims_verdict WHERE id = ANY(concerned) AND status <> 'draft'
                    ) THEN
                        RAISE EXCEPTION 'SENTENCE'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                    RETURN NEW;
                """.replace("SENTENCE", sentence),
    )


def every_new(*, name: str, func: str) -> pgtrigger.Trigger:
    """The trigger that looks once at all the rows that a statement adds, its `new_lines`: an import adds a thousand."""
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        operation=pgtrigger.Insert,
        when=pgtrigger.After,
        referencing=pgtrigger.Referencing(new="new_lines"),  # type: ignore[no-untyped-call]  # it has no types
        func=f"{func}            RETURN NULL;",
    )


TRIGGERS = (
    pgtrigger.ReadOnly(name="author_stays", fields=["author", "claim", "publisher", "origin"]),
    # The other side of `merged_for_good`: the lock makes a merge under way finish first.
    every_new(
        name="on_standing_claim",
        func="""
            PERFORM FROM claims_claim WHERE id IN (SELECT claim_id FROM new_lines) ORDER BY id FOR KEY SHARE;
            IF EXISTS (
                SELECT FROM new_lines AS line JOIN claims_claim AS claim ON claim.id = line.claim_id
                WHERE claim.status = 'merged'
            ) THEN
                RAISE EXCEPTION 'This claim was merged into another: write the verdict on that one.'
                    USING ERRCODE = 'integrity_constraint_violation';
            END IF;
        """,
    ),
    pgtrigger.Protect(
        name="published_is_kept",
        operation=pgtrigger.Delete,
        condition=pgtrigger.Q(old__status__in=("scheduled", "published", "superseded", "withdrawn")),
    ),
    # What the word `published` promises, checked for every way of getting there.
    pgtrigger.Trigger(
        name="publish_rules",
        operation=pgtrigger.Insert | pgtrigger.Update,
        when=pgtrigger.Before,
        func="""
            IF NEW.origin = 'imported' AND (
                TG_OP = 'INSERT' AND NEW.status <> 'published'
                OR EXISTS (SELECT 1 FROM articles_publisher WHERE id = NEW.publisher_id AND kind = 'own' FOR KEY SHARE)
            ) THEN
                RAISE EXCEPTION 'Only what another desk has published is imported: our own goes through second eyes.'
                    USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            IF TG_OP = 'INSERT' AND NEW.origin = 'written' AND NEW.status NOT IN ('draft', 'submitted') THEN
                RAISE EXCEPTION 'A verdict starts as a draft.'
                    USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            IF TG_OP = 'UPDATE' AND OLD.status IN ('draft', 'submitted', 'scheduled') THEN
                IF NEW.status IN ('scheduled', 'published') AND OLD.status = 'draft' THEN
                    RAISE EXCEPTION 'A verdict is submitted before it is published.'
                        USING ERRCODE = 'integrity_constraint_violation';
                END IF;
                IF OLD.status = 'scheduled' AND NEW.status = 'submitted' THEN
                    RAISE EXCEPTION 'An approved verdict is published or sent back.'
                        USING ERRCODE = 'integrity_constraint_violation';
                END IF;
                IF OLD.status = 'scheduled' AND NEW.status = 'published'
                   AND (NEW.published_by_id <> OLD.published_by_id OR NEW.published_at < OLD.publish_at) THEN
                    RAISE EXCEPTION 'An approved verdict goes out under the name of who approved it, in time.'
                        USING ERRCODE = 'integrity_constraint_violation';
                END IF;
                IF NEW.status IN ('superseded', 'withdrawn') THEN
                    RAISE EXCEPTION 'Only a published verdict can be superseded or withdrawn.'
                        USING ERRCODE = 'integrity_constraint_violation';
                END IF;
            END IF;
            IF NEW.supersedes_id IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM claims_verdict earlier WHERE earlier.id = NEW.supersedes_id
                  AND (earlier.claim_id, earlier.publisher_id, earlier.origin)
                      = (NEW.claim_id, NEW.publisher_id, NEW.origin)
            ) THEN
                RAISE EXCEPTION 'A verdict supersedes one on the same claim by the same publisher, of one origin.'
                    USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            -- Whoever publishes has read these words and did not write them.
            IF TG_OP = 'UPDATE' AND OLD.status IN ('submitted', 'scheduled') AND NEW.status <> 'draft' AND
               (NEW.rating_id, NEW.headline, NEW.summary, NEW.body, NEW.language,
                NEW.supersedes_id, NEW.change_kind, NEW.change_reason) IS DISTINCT FROM
               (OLD.rating_id, OLD.headline, OLD.summary, OLD.body, OLD.language,
                OLD.supersedes_id, OLD.change_kind, OLD.change_reason) THEN
                RAISE EXCEPTION 'A submitted verdict is sent back before its words are changed.'
                    USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            IF TG_OP = 'UPDATE' AND OLD.status <> NEW.status
               AND OLD.status IN ('submitted', 'scheduled') AND NEW.status IN ('scheduled', 'published') THEN
                IF NEW.published_by_id = ANY(OLD.writers) THEN
                    RAISE EXCEPTION 'A verdict is published by someone who has not written in it.'
                        USING ERRCODE = 'integrity_constraint_violation';
                END IF;
                IF NEW.status = 'published' AND NEW.published_at < OLD.publish_at THEN
                    RAISE EXCEPTION 'A verdict is not published before its embargo ends.'
                        USING ERRCODE = 'integrity_constraint_violation';
                END IF;
                -- What the verdict is about waits for this publication, and then finds itself frozen.
                PERFORM 1 FROM claims_claim WHERE id = NEW.claim_id FOR SHARE;
                -- The lock makes a change of the evidence at this moment wait, and then find it frozen.
                PERFORM 1 FROM claims_verdictevidence cited
                JOIN claims_evidence evidence ON evidence.id = cited.evidence_id
                WHERE cited.verdict_id = NEW.id FOR SHARE OF evidence;
                IF (
                    SELECT COALESCE(bool_or(evidence.archive_url = '' AND evidence.archive_exception = ''), true)
                    FROM claims_verdictevidence cited
                    JOIN claims_evidence evidence ON evidence.id = cited.evidence_id
                    WHERE cited.verdict_id = NEW.id
                ) THEN
                    RAISE EXCEPTION
                        'A verdict is published on evidence with an archive link or a stated exception.'
                        USING ERRCODE = 'integrity_constraint_violation';
                END IF;
                -- claims.checklist.LONGEST_CLAIM
                IF EXISTS (
                    SELECT 1 FROM claims_claim WHERE id = NEW.claim_id AND char_length(text) > 75 AND short_text = ''
                ) THEN
                    RAISE EXCEPTION 'A verdict is published on a claim of at most 75 characters, or with a short form.'
                        USING ERRCODE = 'integrity_constraint_violation';
                END IF;
            END IF;
            RETURN NEW;
        """,
    ),
    every_new(
        name="begins_on_own_scale",
        func="""
            IF EXISTS (
                SELECT FROM new_lines AS line
                JOIN claims_rating AS rating ON rating.id = line.rating_id
                JOIN claims_ratingscale AS scale ON scale.id = rating.scale_id
                WHERE scale.publisher_id <> line.publisher_id
            ) THEN
                RAISE EXCEPTION 'A verdict gives a rating from a scale of its own publisher.'
                    USING ERRCODE = 'integrity_constraint_violation';
            END IF;
        """,
    ),
    pgtrigger.Trigger(
        name="rating_of_own_scale",
        operation=update_of("rating_id"),
        when=pgtrigger.Before,
        func="""
            IF NOT EXISTS (
                SELECT 1 FROM claims_rating rating JOIN claims_ratingscale scale ON scale.id = rating.scale_id
                WHERE rating.id = NEW.rating_id AND scale.publisher_id = NEW.publisher_id
            ) THEN
                RAISE EXCEPTION 'A verdict gives a rating from a scale of its own publisher.'
                    USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NEW;
        """,
    ),
    pgtrigger.Trigger(
        name="published_is_frozen",
        operation=pgtrigger.Update,
        when=pgtrigger.Before,
        condition=pgtrigger.Q(old__status__in=("published", "superseded", "withdrawn")),
        func="""
            IF (to_jsonb(NEW) - '{status,needs_review,review_cause,assignee_id,writers}'::text[]) IS DISTINCT FROM
               (to_jsonb(OLD) - '{status,needs_review,review_cause,assignee_id,writers}'::text[]) THEN
                RAISE EXCEPTION 'A published verdict is not changed: publish a correction that supersedes it.'
                    USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            IF NEW.status <> OLD.status
               AND NOT (OLD.status = 'published' AND NEW.status IN ('superseded', 'withdrawn')) THEN
                RAISE EXCEPTION 'A published verdict can only be superseded or withdrawn.'
                    USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NEW;
        """,
    ),
    pgtrigger.Trigger(
        name="counts_revisions",
        operation=pgtrigger.Update,
        when=pgtrigger.Before,
        func="""
            IF (NEW.rating_id, NEW.headline, NEW.summary, NEW.body, NEW.language, NEW.change_kind,
                NEW.change_reason) IS DISTINCT FROM
               (OLD.rating_id, OLD.headline, OLD.summary, OLD.body, OLD.language, OLD.change_kind,
                OLD.change_reason) THEN
                NEW.revision = OLD.revision + 1;
            END IF;
            RETURN NEW;
        """,
    ),
    # Whoever has written in it cannot be who publishes it, even if somebody else began it.
    pgtrigger.Trigger(
        name="remembers_writers",
        operation=pgtrigger.Insert | pgtrigger.Update,
        when=pgtrigger.Before,
        func="""
            NEW.writers = CASE WHEN TG_OP = 'UPDATE' THEN OLD.writers ELSE '{}' END;
            IF NOT COALESCE(NEW.edited_by_id, NEW.author_id) = ANY(NEW.writers) THEN
                NEW.writers = NEW.writers || COALESCE(NEW.edited_by_id, NEW.author_id)::bigint;
            END IF;
            RETURN NEW;
        """,
    ),
    # At commit, so that the correction can be written in the same transaction as what it corrects.
    pgtrigger.Trigger(
        name="change_is_explained",
        operation=pgtrigger.Update,
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        condition=pgtrigger.Q(old__status="published") & pgtrigger.Q(new__status__in=("superseded", "withdrawn")),
        func="""
            -- What another desk changes is for that desk to explain: what it says now stands in its place.
            IF NEW.origin = 'imported' AND NEW.status = 'superseded'
               AND EXISTS (SELECT 1 FROM claims_verdict WHERE supersedes_id = NEW.id AND status <> 'draft') THEN
                RETURN NULL;
            END IF;
            IF NOT EXISTS (SELECT 1 FROM claims_correction WHERE verdict_id = NEW.id) THEN
                RAISE EXCEPTION 'A published verdict is superseded or withdrawn only with a public correction.'
                    USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NULL;
        """,
    ),
)
