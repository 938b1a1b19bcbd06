package dev.sluice.planner.run;

import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the items of a run, which are no entities, need of the transaction of its row. */
final class RunItems {

    private RunItems() {}

    /** From {@code first} on, failures of these categories are not final. */
    static void markRetried(RunId run, int first, Predicate<FailureCategory> categories) {
        List<String> names = Arrays.stream(FailureCategory.values())
                .filter(categories)
                .map(FailureCategory::name)
                .toList();
        Run.getEntityManager()
                .createNativeQuery("update planner.run_item set what = 'retried' where run_id = :run and what = 'fail'"
                        + " and seq >= :first and category in (:categories)")
                .setParameter("categories", names)
                .setParameter("run", run.value())
                .setParameter("first", first)
                .executeUpdate();
    }

    /** Below {@code end}, the numbers that are tried again, in their order. */
    static List<Integer> retried(RunId run, int end) {
        List<?> rows = Run.getEntityManager()
                .createNativeQuery(
                        "select seq from planner.run_item where run_id = :run and what = 'retried' and seq < :end order by seq",
                        Integer.class)
                .setParameter("run", run.value())
                .setParameter("end", end)
                .getResultList();
        return rows.stream().map(Integer.class::cast).toList();
    }

    /** A page whose file was removed, or a file of the page with this id. */
    record Departed(int seq, String pageId, boolean file) {}

    /** What was removed with its resource, pages and files, and nobody knows yet why. */
    static List<Departed> departed(RunId run, int most) {
        List<?> rows = Run.getEntityManager()
                .createNativeQuery(
                        "select seq, resource from planner.run_item where run_id = :run and what = 'del'"
                                + " and detail is null order by seq",
                        Object[].class)
                .setParameter("run", run.value())
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .flatMap(row -> departed((Integer) row[0], ResourceKey.parse((String) row[1])).stream())
                .toList();
    }

    private static Optional<Departed> departed(int seq, ResourceKey resource) {
        return switch (resource.kind()) {
            case PAGE -> Optional.of(new Departed(seq, resource.id(), false));
            case ATTACHMENT ->
                Optional.of(new Departed(
                        seq, resource.id().substring(0, resource.id().indexOf('/')), true));
            case BLOGPOST, IMAGE -> Optional.empty();
        };
    }

    /** Says of removed resources what they are now, and why. */
    static void explain(RunId run, List<Integer> seqs, String what, String detail) {
        if (!seqs.isEmpty()) {
            Run.getEntityManager()
                    .createNativeQuery("update planner.run_item set what = :what, detail = :detail"
                            + " where run_id = :run and what = 'del' and seq in (:seqs)")
                    .setParameter("what", what)
                    .setParameter("detail", detail)
                    .setParameter("run", run.value())
                    .setParameter("seqs", seqs)
                    .executeUpdate();
        }
    }
}
