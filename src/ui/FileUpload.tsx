import { descriptionOf, FieldFrame, type QuestionProps } from './FieldFrame.tsx'

export interface FileUploadProps extends QuestionProps {
  /** As in HTML: `.csv,.xlsx`. */
  readonly accept?: string
  readonly multiple?: boolean
}

/** A place to choose a file, or to drop one on. Stands in a `Form` with `files`. */
export const FileUpload = (props: FileUploadProps) => {
  const { id, describedBy } = descriptionOf(props)
  return (
    <FieldFrame question={props}>
      <input
        type="file"
        id={id}
        name={props.name}
        class="file-upload"
        accept={props.accept}
        multiple={props.multiple}
        disabled={props.disabled}
        aria-describedby={describedBy}
        aria-invalid={props.error ? true : undefined}
      />
    </FieldFrame>
  )
}
