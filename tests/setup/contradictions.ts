/** Where the rows of an archive do not agree with one another: what half of an image, or one that is there twice, would look like. */
import { askDatabase } from './embedded-database.ts'

export function contradictionsIn(dataFolder: string): Promise<readonly { readonly what: string }[]> {
  return askDatabase(dataFolder, `
    select 'instance without blob' as what from instance left join blob on blob.id = blob_id where blob.id is null
    union all select 'instance without header' from instance left join instance_header on instance_id = id where instance_id is null
    union all select 'blob of nothing' from blob left join instance on blob_id = blob.id
      where blob_id is null and not exists (select from quarantined where quarantined.blob_id = blob.id)
    union all select 'wrong count of a series' from series where instances <> (select count(*) from instance where series_id = series.id)
    union all select 'wrong count of a study' from study where instances <> (select count(*) from instance join series on series.id = series_id where study_id = study.id)
    union all select 'wrong size of a study' from study where size_bytes <> (select sum(instance.size_bytes) from instance join series on series.id = series_id where study_id = study.id)`)
}
