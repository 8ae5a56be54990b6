import {
  ArrowLeft,
  ArrowRight,
  Bell,
  Calendar,
  Check,
  ChevronRight,
  CircleAlert,
  CircleHelp,
  Clock,
  Download,
  Eye,
  FileText,
  Folder,
  House,
  Info,
  LockKeyhole,
  type LucideIcon,
  Mail,
  Minus,
  Pencil,
  Phone,
  Plus,
  Printer,
  QrCode,
  Search,
  ShieldCheck,
  Trash2,
  TriangleAlert,
  User,
  Wallet,
  X,
} from 'lucide-react'
import type { ReactNode } from 'react'

const icons = {
  'arrow-left': ArrowLeft,
  'arrow-right': ArrowRight,
  bell: Bell,
  calendar: Calendar,
  check: Check,
  chevron: ChevronRight,
  attention: CircleAlert,
  warning: TriangleAlert,
  help: CircleHelp,
  clock: Clock,
  download: Download,
  eye: Eye,
  document: FileText,
  folder: Folder,
  home: House,
  info: Info,
  lock: LockKeyhole,
  mail: Mail,
  minus: Minus,
  edit: Pencil,
  phone: Phone,
  plus: Plus,
  print: Printer,
  qr: QrCode,
  search: Search,
  shield: ShieldCheck,
  remove: Trash2,
  person: User,
  money: Wallet,
  cross: X,
} satisfies Record<string, LucideIcon>

/** Name of an icon of the one line set (Lucide). */
export type IconName = keyof typeof icons

/** An icon. Always beside a word, so it is hidden from assistive technology. */
export function Icon({ name }: { name: IconName }): ReactNode {
  const Picture = icons[name]
  return <Picture className="icon" strokeWidth={1.75} aria-hidden="true" focusable="false" />
}
